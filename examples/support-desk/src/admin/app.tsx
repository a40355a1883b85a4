import { Avatar } from '@parley/example-parts/avatar';
import { useViewer } from '@parley/react';
import type { ComponentType } from 'react';
import { ConnectionLine } from '../shared/connection-line.js';
import { useHash } from '../shared/use-hash.js';
import { AgentsPage } from './agents-page.js';
import { AutomationPage } from './automation-page.js';
import { BoardPage } from './board-page.js';
import { BroadcastsPage } from './broadcasts-page.js';
import { EscalationsPage } from './escalations-page.js';
import { FeedbackPage } from './feedback-page.js';
import { HoursPage } from './hours-page.js';
import { KnowledgePage } from './knowledge-page.js';
import { QueuesPage } from './queues-page.js';
import { RoutingPage } from './routing-page.js';
import { SlaPage } from './sla-page.js';
import { TemplatesPage } from './templates-page.js';
import { WidgetPage } from './widget-page.js';

interface AdminPage {
  readonly key: string;
  readonly title: string;
  readonly view: ComponentType;
}

const pages: readonly [AdminPage, ...AdminPage[]] = [
  { key: 'board', title: 'Board', view: BoardPage },
  { key: 'escalations', title: 'Escalations', view: EscalationsPage },
  { key: 'queues', title: 'Queues', view: QueuesPage },
  { key: 'routing', title: 'Routing', view: RoutingPage },
  { key: 'agents', title: 'Agents', view: AgentsPage },
  { key: 'templates', title: 'Templates', view: TemplatesPage },
  { key: 'knowledge', title: 'Knowledge', view: KnowledgePage },
  { key: 'automation', title: 'Automation', view: AutomationPage },
  { key: 'hours', title: 'Hours', view: HoursPage },
  { key: 'sla', title: 'Service levels', view: SlaPage },
  { key: 'feedback', title: 'Feedback', view: FeedbackPage },
  { key: 'broadcasts', title: 'Broadcasts', view: BroadcastsPage },
  { key: 'widget', title: 'Widget', view: WidgetPage },
];

/** On a phone the links are a row that scrolls. */
const intoSight = (link: HTMLAnchorElement | null) => link?.scrollIntoView({ block: 'nearest', inline: 'center' });

/** The pages of the admin, and the way between them. */
export function App() {
  const me = useViewer();
  const [hash] = useHash();
  const page = pages.find(({ key }) => key === hash) ?? pages[0];
  const View = page.view;
  return (
    <div className="admin">
      <ConnectionLine />
      <nav className="admin-nav" aria-label="Pages">
        <p className="admin-me">
          <Avatar name={me?.displayName ?? '?'} />
          <strong>{me?.displayName ?? 'Signing in'}</strong>
        </p>
        <ul>
          {pages.map(({ key, title }) => (
            <li key={key}>
              <a href={`#${key}`} aria-current={key === page.key ? 'page' : undefined} ref={key === page.key ? intoSight : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="admin-main">
        <View key={page.key} />
      </main>
    </div>
  );
}
