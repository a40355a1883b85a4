/** What a page under measurement is told, and what it tells; the bench reads it from outside. */

/** Whom the page is, and what it follows. */
export interface Visit {
  /** `http://host:port` of the server. */
  readonly url: string;
  readonly wsUrl: string;
  readonly credential: string;
  readonly conversation: string;
}

/** What a page has seen. */
export interface PageReport {
  /** Whether the conversation is followed. */
  isLive: boolean;
  /** Numbers of the messages in the order in which they came to be shown. */
  readonly seqs: number[];
  /** Milliseconds of each task of more than 50 ms since the conversation is followed. */
  readonly longTasks: number[];
}

declare global {
  var benchReport: PageReport | undefined;
}

/** The visit that the address names. */
export function readVisit(): Visit {
  const visit: Visit = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  return visit;
}

/** Makes the page's report and begins to watch for long tasks. */
export function startReport(): PageReport {
  const report: PageReport = { isLive: false, seqs: [], longTasks: [] };
  globalThis.benchReport = report;
  new PerformanceObserver((list) => {
    if (report.isLive) for (const { duration } of list.getEntries()) report.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  return report;
}
