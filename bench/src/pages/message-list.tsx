/** What both pages show: the newest messages as a plain list. */
import { createRoot, type Root } from 'react-dom/client';

/** A message as the list shows it. */
export interface ShownMessage {
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

/** How many messages are shown. */
export const SHOWN = 50;

/** The list. */
export function MessageList({ messages }: { readonly messages: readonly ShownMessage[] }) {
  return (
    <ul>
      {messages.map(({ key, name, text }) => (
        <li key={key}>
          <b>{name}</b> {text}
        </li>
      ))}
    </ul>
  );
}

/** The root of the page. */
export function pageRoot(): Root {
  return createRoot(document.body.appendChild(document.createElement('main')));
}
