import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { forwardPage } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { MessageRef } from './schema-types.js';
import { type SearchHit, searchMessages } from './search.js';
import type { TextRange } from './search-words.js';

const SearchOrderEnum = builder.enumType('MessageSearchOrder', {
  description: 'What the hits of a search are ordered by.',
  values: {
    RELEVANCE: { value: 'relevance', description: 'Best first, out of the newest 1,000 hits: whole words before parts of words.' },
    NEWEST: { value: 'newest', description: 'Newest first.' },
  } as const,
});

const TextRangeRef = builder.objectRef<TextRange>('TextRange').implement({
  description: 'A place in a text, counted in UTF-16 code units as JavaScript does.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins.' }),
    end: t.exposeInt('end', { description: 'Behind its last one.' }),
  }),
});

const MessageSearchHit = builder.objectRef<SearchHit>('MessageSearchHit').implement({
  description: 'A message that was found. `messages(around:)` with its `seq` is the page to show it in.',
  fields: (t) => ({
    message: t.field({ type: MessageRef, description: 'The message.', resolve: (hit) => hit.message }),
    snippet: t.string({ description: 'Part of its text around the first hit: show it as text, never as markup.', resolve: (hit) => hit.snippet.text }),
    highlights: t.field({ type: [TextRangeRef], description: 'Where in the snippet the words are that were looked for.', resolve: (hit) => [...hit.snippet.highlights] }),
  }),
});

const MessageSearchConnection = builder.connectionObject(
  { type: MessageSearchHit, name: 'MessageSearchConnection', description: 'A page of messages that were found.' },
  { name: 'MessageSearchEdge', description: 'A message that was found, on a page.' },
);

builder.queryField('searchMessages', (t) =>
  t.field({
    type: MessageSearchConnection,
    description: describe(
      'Messages that contain what is looked for, out of what the viewer may read: in one conversation or in all. Whole words and, from three letters on, ' +
        'parts of words; `"…"` is a phrase, `-` leaves out, `or` is an alternative. Counts as five queries.',
      ['NOT_FOUND'],
    ),
    args: {
      query: t.arg.string({ required: true, description: 'What to look for, at most 200 characters.' }),
      conversationId: t.arg.id({ description: 'Only in this conversation.' }),
      orderBy: t.arg({ type: SearchOrderEnum, defaultValue: 'relevance', description: 'What comes first.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const input = { ...args, first: args.first ?? 20, orderBy: args.orderBy ?? 'relevance' };
      const { hits, hasMore } = await searchMessages(context.deps, requireViewer(context), input);
      return forwardPage(hits, { hasMore, isFirst: args.after == null, cursorOf: (hit) => hit.cursor });
    },
  }),
);
