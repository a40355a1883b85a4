/** Lists of cases, over or not. */
import type { ChatClient } from '../create-chat-client.js';
import { SupportCasesDocument } from '../generated/operations.js';
import type { SupportCase, SupportStatus } from '../generated/types.js';
import { perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListHandle } from './list-store.js';
import { queues } from './queues.js';

/** Which cases. */
export interface CasesOptions {
  /** Only those that stand here. */
  readonly status?: readonly SupportStatus[] | undefined;
  readonly queueId?: string | undefined;
  readonly agentId?: string | undefined;
}

/** The store of a list of cases, newest in line first. */
export type CasesHandle = ListHandle<SupportCase>;

/**
 * Cases, newest in line first: for staff those that they may see, for others their own. It is read again when the board of {@link queues} changes, as far as that
 * is open.
 *
 * @example
 * const over = cases(client, { status: ['RESOLVED', 'CLOSED'] });
 * over.subscribe(() => render(over.getSnapshot().items));
 */
export function cases(client: ChatClient, options: CasesOptions = {}): CasesHandle {
  return handles(client, options);
}

const handles: (client: ChatClient, options: CasesOptions) => CasesHandle = /*#__PURE__*/ perOptions(createCases);

function createCases({ client, context, options, listeners }: HandleSetup<CasesOptions>): CasesHandle {
  const { put: _put, remove: _remove, ...shown } = listStore<SupportCase>(
    context,
    {
      page: async (after) => (await context.runner.request(SupportCasesDocument, { ...options, after, first: 50 })).supportCases,
      keyOf: ({ id }) => id,
      watch: ({ refresh }) =>
        queues(client).onItem((item) => {
          if (item.__typename !== 'QueuesRead') refresh();
        }),
    },
    listeners,
  );
  return shown;
}
