import { useMessages, useTyping } from '@parley/react';

export function Conversation({ conversationId }: { conversationId: string }) {
  const { messages, sendMessage } = useMessages({ conversationId });
  const { people, keystroke } = useTyping({ conversationId });
  const list = messages.map((message) => <li key={message.key}>{message.text} ({message.status})</li>);
  const typing = people.map((person) => <li key={person.id}>{person.displayName} is typing</li>);
  const send = (form: FormData) => void sendMessage(String(form.get('text')));
  return <form action={send}><ul>{list}{typing}</ul><input name="text" aria-label="Message" onChange={keystroke} /></form>;
}
