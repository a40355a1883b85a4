import { useConnection, type ConnectionResult } from '@parley/react';
import { useEffect, useState } from 'react';

const describe = ({ status, syncStatus, error }: ConnectionResult): { tone: string; text: string } => {
  switch (status) {
    case 'idle':
    case 'connecting':
      return { tone: 'busy', text: 'Connecting' };
    case 'reconnecting':
    case 'suspended':
      return { tone: 'bad', text: 'No connection. What you write is kept and sent later.' };
    case 'failed':
      return { tone: 'bad', text: `Disconnected: ${error?.message ?? 'the server refused the connection'}` };
    case 'closed':
      return { tone: 'bad', text: 'Signed out' };
    case 'connected':
      if (syncStatus === 'replaying') return { tone: 'busy', text: 'Catching up' };
      if (syncStatus === 'resetting') return { tone: 'busy', text: 'Loading anew' };
      return { tone: 'good', text: 'Connected' };
  }
};

function useSecondsUntil(time: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (time === null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [time]);
  return time === null ? null : Math.max(0, Math.ceil((time - now) / 1000));
}

/** The small line that is always there. */
export function ConnectionBadge() {
  const { tone, text } = describe(useConnection());
  return (
    <span className="badge-connection" data-tone={tone}>
      {tone === 'bad' ? 'Not connected' : text}
    </span>
  );
}

/** The line that comes when something is wrong; its place is always there, so that it is read out when it fills. */
export function ConnectionBanner() {
  const connection = useConnection();
  const seconds = useSecondsUntil(connection.retryAt);
  const { tone, text } = describe(connection);
  const isShown = tone === 'bad';
  return (
    <div className="banner" data-shown={isShown}>
      <p role="status">{isShown ? text : ''}</p>
      {isShown && seconds !== null ? <span aria-hidden="true">Next attempt in {seconds} s</span> : null}
      {isShown && connection.status !== 'closed' ? (
        <button type="button" onClick={connection.connect}>
          Try now
        </button>
      ) : null}
    </div>
  );
}
