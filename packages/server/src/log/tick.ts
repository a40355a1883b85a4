/** Something that has work to do once the present tick is over. */
export interface TickTask {
  endOfTick(): void;
}

let tasks: TickTask[] = [];

function run(): void {
  const due = tasks;
  tasks = [];
  for (const task of due) task.endOfTick();
}

/**
 * Calls `task.endOfTick()` once what runs now has run to its end. One turn serves all who ask within the same tick, and nothing is
 * allocated for one of them. A task that asks twice is called twice; it must not throw.
 */
export function atEndOfTick(task: TickTask): void {
  if (tasks.push(task) === 1) process.nextTick(run);
}
