import { useConnection } from '@parley/react';

/** The line that comes when something is wrong; its place is always there, so that it is read out when it fills. */
export function ConnectionLine() {
  const { status, error, connect } = useConnection();
  const text =
    status === 'reconnecting' || status === 'suspended'
      ? 'No connection. What you write is kept and sent later.'
      : status === 'failed'
        ? `Disconnected: ${error?.message ?? 'the server refused the connection'}`
        : '';
  return (
    <div className="connection-line" data-shown={text !== ''}>
      <p role="status">{text}</p>
      {text === '' ? null : <button onClick={connect}>Try now</button>}
    </div>
  );
}
