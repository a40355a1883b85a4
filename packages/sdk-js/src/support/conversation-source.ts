/** What of a conversation the stores of staff hang on: its live feed, shared with whoever else shows it. */
import type { ChatClient } from '../create-chat-client.js';
import type { ConversationState } from '../conversation/view.js';

/** Calls back whenever what `pick` takes of a conversation changed, while it is watched; opens its feed. */
export function watchConversation<Picked>(client: ChatClient, of: { readonly conversationId: string; readonly pick: (state: ConversationState) => Picked }, changed: (picked: Picked) => void): () => void {
  const conversation = client.conversation(of.conversationId);
  let before = of.pick(conversation.getSnapshot());
  return conversation.subscribe(() => {
    const now = of.pick(conversation.getSnapshot());
    if (Object.is(now, before)) return;
    before = now;
    changed(now);
  });
}
