import type { SupportCaseView } from './views.js';

/**
 * A case as its reader may know it: staff all of it; the customer who leads it and where it stands, but nothing of how it is routed, and not that it is
 * put aside, which looks to them as if it waited for them.
 */
export function supportCaseFor(isStaff: boolean, view: SupportCaseView): SupportCaseView {
  if (isStaff) return view;
  return {
    ...view,
    status: view.status === 'snoozed' ? 'pending' : view.status,
    priority: null,
    skillsRequired: null,
    skillsPreferred: null,
    snoozedUntil: null,
    wrapUpCode: null,
    page: null,
    referrer: null,
    userAgent: null,
    attributes: null,
    slaClocks: null,
    // It grows with what they do not see.
    version: 0,
  };
}

/** Whether the customer sees any difference between two states of a case. */
export function looksSameToCustomer(before: SupportCaseView, after: SupportCaseView): boolean {
  const seen = (view: SupportCaseView): string => JSON.stringify(supportCaseFor(false, view));
  return seen(before) === seen(after);
}
