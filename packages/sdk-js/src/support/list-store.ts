/** Stores of paged lists. */
import { toChatError } from '../chat-error.js';
import type { ClientContext } from '../context.js';
import type { EngineListeners } from '../feed/feed-engine.js';
import { keepIdentity } from '../store.js';
import { queryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** A page, as every connection of the schema is one. */
export interface ListPage<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** A paged query, and what tells that the list changed. */
export interface ListSource<Node> {
  /** Asks for the page behind a cursor; null for the first. */
  page(after: string | null): Promise<ListPage<Node>>;
  /** What tells the entries apart. */
  keyOf(node: Node): string;
  /** The order in which the server lists, where an entry that is put in finds its place; without it new ones stand first. */
  compare?(a: Node, b: Node): number;
  /** Called when the list opens: listens to what changes it, such as a feed. The result stops that. */
  watch?(list: ListChanges<Node>): () => void;
}

/** How a {@link ListStore} is changed. */
export interface ListChanges<Node> {
  /** Puts an entry in, or in the place of the one with its key. */
  readonly put: (node: Node) => void;
  /** Takes the entry of a key out. */
  readonly remove: (key: string) => void;
  /** Reads what is loaded again: at once, or half a second after the last time. */
  readonly refresh: () => void;
}

/** What a list holds. */
export interface ListData<Node> {
  /** Those loaded so far. */
  readonly items: readonly Node[];
  /** Whether there are more to load. */
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
}

/** The state of a list. */
export type ListState<Node> = StoreState<ListData<Node>>;

/** What everybody may do with a list. */
export interface ListHandle<Node> extends SupportStore<ListState<Node>> {
  /** Loads the next page; does nothing while one is loading or when there is none. Rejects with a `ChatError`. */
  readonly loadMore: () => Promise<void>;
  /** Reads what is loaded again. */
  readonly refresh: () => void;
}

/** A list, for the code that keeps it current. */
export interface ListStore<Node> extends ListHandle<Node>, ListChanges<Node> {}

/** The most pages that are read again; what is behind them is loaded anew. */
const MOST_PAGES = 5;

/** Makes the store of a paged list. */
export function listStore<Node>(context: ClientContext, source: ListSource<Node>, listeners: EngineListeners = {}): ListStore<Node> {
  let cursor: string | null = null;
  /** Grows with each reading from the start: a page asked for before does not fit any more. */
  let era = 0;

  const store = queryStore<ListData<Node>>(
    context,
    {
      initial: { items: [], hasMore: false, isLoadingMore: false },
      read: async (before) => {
        const nodes: Node[] = [];
        let after: string | null = null;
        for (let page = 1; ; page += 1) {
          const { edges, pageInfo }: ListPage<Node> = await source.page(after);
          nodes.push(...edges.map((edge) => edge.node));
          after = pageInfo.endCursor;
          if (pageInfo.hasNextPage && nodes.length < before.items.length && page < MOST_PAGES) continue;
          cursor = after;
          era += 1;
          return { items: keepIdentity(before.items, distinct(nodes, source)), hasMore: pageInfo.hasNextPage, isLoadingMore: false };
        }
      },
      ...(source.watch ? { watch: () => source.watch?.(changes) ?? (() => undefined) } : {}),
    },
    listeners,
  );

  const edit = (update: (items: readonly Node[]) => readonly Node[]): void => {
    store.change((data) => ({ ...data, items: update(data.items) }));
  };
  const changes: ListChanges<Node> = {
    put: (node) => {
      const key = source.keyOf(node);
      edit((items) => {
        const isKnown = items.some((each) => source.keyOf(each) === key);
        const next = isKnown ? items.map((each) => (source.keyOf(each) === key ? node : each)) : [node, ...items];
        return source.compare ? [...next].sort(source.compare) : next;
      });
    },
    remove: (key) => {
      edit((items) => keepIdentity(items, items.filter((each) => source.keyOf(each) !== key)));
    },
    refresh: store.refresh,
  };

  const loadMore = async (): Promise<void> => {
    const { hasMore, isLoadingMore } = store.getSnapshot();
    if (!hasMore || isLoadingMore) return;
    const began = era;
    store.change((data) => ({ ...data, isLoadingMore: true }));
    try {
      const { edges, pageInfo } = await source.page(cursor);
      if (began !== era) return;
      cursor = pageInfo.endCursor;
      store.change((data) => ({ items: distinct([...data.items, ...edges.map((edge) => edge.node)], source), hasMore: pageInfo.hasNextPage, isLoadingMore: false }));
    } catch (error) {
      throw toChatError(error, 'load more');
    } finally {
      store.change((data) => (data.isLoadingMore ? { ...data, isLoadingMore: false } : data));
    }
  };

  const { change: _change, ...shown } = store;
  return { ...shown, ...changes, loadMore };
}

/** Each key once, at its first place, as it came last. */
function distinct<Node>(nodes: readonly Node[], { keyOf }: ListSource<Node>): readonly Node[] {
  return [...new Map(nodes.map((node) => [keyOf(node), node])).values()];
}
