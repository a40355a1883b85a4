/**
 * The order of lists by newest activity. The time of the last message is in no index, so that a send changes none; `activity_bin`, the ten minutes in which it
 * lies, is (see docs/decisions/0019-activity-by-ten-minutes.md). Ordered by both, a list is read by the index, ten minutes at a time, and is the list by time alone.
 */

/** SQL for the start of the ten minutes in which a timestamptz lies: what the column `activity_bin` is generated as. */
const bin = (at: string): string => `date_bin('10 minutes', ${at}, TIMESTAMPTZ '1970-01-01 00:00:00+00')`;

const keys = (conversation: string): string[] => [`${conversation}.activity_bin`, `${conversation}.last_activity_at`, `${conversation}.id`];

/** `ORDER BY` what this says lists rows of conversation by newest activity. */
export const byActivity = (conversation: string): string =>
  keys(conversation).map((key) => `${key} DESC`).join(', ');

/** Whether a row of conversation comes behind a place in that order, given as SQL for its time and its conversation's id. */
export const behindActivity = (conversation: string, place: { readonly at: string; readonly id: string }): string =>
  `(${keys(conversation).join(', ')}) < (${bin(place.at)}, ${place.at}, ${place.id})`;
