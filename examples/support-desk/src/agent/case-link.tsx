import { Avatar } from '@parley/example-parts/avatar';
import type { InboxCase } from '@parley/sdk';
import { controlWords, priorityWords, statusWords, titleOf } from '../shared/case-words.js';
import { Chip } from '../shared/chip.js';
import { ago } from '../shared/time.js';
import { SlaChip } from './sla-chip.js';

interface CaseLinkProps {
  readonly of: InboxCase;
  readonly isOpen: boolean;
  readonly now: number;
  /** Undefined while nothing is chosen for many at once. */
  readonly isChosen?: boolean | undefined;
  readonly onChoose: (isChosen: boolean) => void;
}

/** A case in the list: who, what, where it stands; with a box where many are chosen. */
export function CaseLink({ of, isOpen, now, isChosen, onChoose }: CaseLinkProps) {
  const each = of.case;
  return (
    <div className="case-row">
      {isChosen === undefined ? null : <input type="checkbox" aria-label={`Choose ${titleOf(each)}`} checked={isChosen} onChange={({ target }) => onChoose(target.checked)} />}
      <a className="case" href={`#${each.conversationId}`} aria-current={isOpen ? 'page' : undefined}>
        <Avatar name={each.customer.displayName} />
        <span>
          <span className="line">
            <strong>{each.customer.displayName}</strong>
            <time dateTime={of.lastActivityAt}>{ago(of.lastActivityAt, now)}</time>
          </span>
          <span className="line">
            <small>{of.lastMessage?.text ?? titleOf(each)}</small>
          </span>
          <span className="chips">
            <Chip of={statusWords[each.status]} />
            <Chip of={each.priority === null ? null : priorityWords[each.priority]} />
            <Chip of={controlWords[each.control]} />
            <SlaChip supportCase={each} now={now} />
            <Chip of={of.openEscalations > 0 ? ['Escalated', 'wait'] : null} />
            <span className="chip">{each.queue.name}</span>
            {each.agent === null ? null : <span className="chip">{each.agent.displayName}</span>}
            {of.tags.map((tag) => (
              <span key={tag.id} className="chip" data-tag="" style={{ '--tag': tag.color }}>
                {tag.name}
              </span>
            ))}
          </span>
        </span>
      </a>
    </div>
  );
}
