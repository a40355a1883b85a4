import { ConversationProvider } from '@parley/react';
import { ConnectionLine } from '../shared/connection-line.js';
import { useHash } from '../shared/use-hash.js';
import { CasePage } from './case-page.js';
import { Inbox } from './inbox.js';
import { Mentions } from './mentions.js';
import { Offers } from './offers.js';
import { StatusSwitch } from './status-switch.js';

/** Two columns: what waits for me, and the case that is open. A phone shows one of them. */
export function App() {
  const [conversationId, open] = useHash();
  return (
    <div className="desk" data-view={conversationId === '' ? 'list' : 'case'}>
      <ConnectionLine />
      <nav className="side" aria-label="Cases">
        <StatusSwitch />
        <Offers onOpen={open} />
        <Mentions />
        <Inbox openId={conversationId} />
      </nav>
      <main className="stage">
        {conversationId === '' ? (
          <p className="empty">Choose a case, or wait for an offer.</p>
        ) : (
          <ConversationProvider key={conversationId} conversationId={conversationId}>
            <CasePage conversationId={conversationId} onClose={() => open('')} />
          </ConversationProvider>
        )}
      </main>
    </div>
  );
}
