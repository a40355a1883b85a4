import type { TagView } from '../../kernel/views.js';
import type { NewEvent } from '../../log/event.js';

/** The tags of a conversation are these now. Staff alone know. */
export function tagsChanged(actorId: string, tags: readonly TagView[]): NewEvent {
  return { type: 'TagsChanged', payload: { tags }, audience: 'staff', actorId };
}
