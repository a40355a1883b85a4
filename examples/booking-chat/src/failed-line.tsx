import type { MessageItem } from '@parley/sdk';

/** Why a message was not sent, and the two ways out. */
export function FailedLine({ message }: { readonly message: MessageItem }) {
  return (
    <div className="failed" role="alert">
      <span>{message.error?.message ?? 'Not sent'}</span>
      <button onClick={message.retry}>Send again</button>
      <button onClick={message.discard}>Discard</button>
    </div>
  );
}
