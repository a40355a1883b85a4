import { builder } from '../../graphql/builder.js';
import type { TagView } from '../../kernel/views.js';

/** A word with a colour that staff put on conversations. */
export const TagRef = builder.objectRef<TagView>('Tag').implement({
  description: 'A word with a colour that staff put on conversations. Only staff see tags.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the tag.' }),
    name: t.exposeString('name', { description: 'The word.' }),
    color: t.exposeString('color', { description: '`#rrggbb`, in lower case.' }),
  }),
});

/** A page of tags. */
export const TagConnection = builder.connectionObject(
  { type: TagRef, name: 'TagConnection', description: 'A page of tags, by name.' },
  { name: 'TagEdge', description: 'A tag on a page.' },
);
