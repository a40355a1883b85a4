import { icons } from '@parley/example-parts/icons';
import { ConversationProvider } from '@parley/react';
import { useUpdateProfileMutation } from '@parley/react/operations';
import { useSupport } from '@parley/react/support';
import type { SupportCase, WidgetConfig } from '@parley/sdk';
import { useState } from 'react';
import { Failure } from '../shared/problem.js';
import { Begin, type Question } from './begin.js';
import { Chat } from './chat.js';

interface WidgetProps {
  readonly config: WidgetConfig;
  readonly onClose: () => void;
}

/** Who is in control, in words. */
const leaderOf = ({ agent, control }: SupportCase): string => (control === 'BOT' ? 'Our assistant answers' : agent === null ? 'Support' : `You talk with ${agent.displayName}`);

/** The panel: a question first, then the conversation that came of it. */
export function Widget({ config, onClose }: WidgetProps) {
  const { case: mine, status, error, retry, start } = useSupport();
  const [updateProfile] = useUpdateProfileMutation();
  /** The visitor wants to ask something else than the case that is over. */
  const [leftId, setLeftId] = useState<string | null>(null);
  const isAsking = mine === null || mine.id === leftId;

  const ask = async ({ text, displayName }: Question) => {
    if (displayName !== '') await updateProfile({ displayName });
    return start({
      text,
      subject: text.slice(0, 80),
      page: location.href,
      language: navigator.language,
      userAgent: navigator.userAgent,
      ...(document.referrer === '' ? {} : { referrer: document.referrer }),
    });
  };
  return (
    <section className="chat" aria-label="Support" onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <header className="chat-header">
        <div>
          <h1>{config.siteName}</h1>
          <p>{isAsking ? 'Support' : leaderOf(mine)}</p>
        </div>
        <button className="icon" aria-label="Close" onClick={onClose}>
          {icons.close}
        </button>
      </header>
      <Failure status={status} error={error} onRetry={retry} />
      {status === 'loading' && mine === null ? <p className="begin hint">Connecting</p> : null}
      {status === 'ready' && isAsking ? <Begin settings={config.settings} onStart={ask} /> : null}
      {isAsking ? null : (
        <ConversationProvider key={mine.conversationId} conversationId={mine.conversationId}>
          <Chat mine={mine} placeholder={config.settings.placeholderText} onAgain={() => setLeftId(mine.id)} />
        </ConversationProvider>
      )}
    </section>
  );
}
