import type { Patch } from './variant.js';

/** A defect put in on purpose, and the fault that must notice it. */
export interface Mutant {
  readonly name: string;
  /** What is wrong with it. */
  readonly does: string;
  readonly caughtBy: string;
  readonly patches: readonly Patch[];
  /** What its database lacks or needs. */
  readonly sql?: string;
  /** Of the run that must catch it; default 1, as in the smoke set. */
  readonly scale?: number;
}

const WRITE_ALONE: Patch = {
  file: 'modules/messages/write.ts',
  find: 'if (outgoing.statement !== SEND) return writeOne(',
  replace: 'if (Date.now() > 0) return writeOne(',
};

const UNLOCKED_AGENTS: Patch = {
  file: 'modules/queues/store.ts',
  find: 'WHERE w.agent_id = ANY($1::text[]) ORDER BY w.agent_id FOR NO KEY UPDATE',
  replace: 'WHERE w.agent_id = ANY($1::text[]) ORDER BY w.agent_id',
};

/** Every mutant. A run must catch each. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'publish-before-commit',
    does: 'a message goes to the bus inside its transaction',
    caughtBy: 'node-killed-before-commit',
    patches: [
      {
        file: 'modules/messages/send.ts',
        find: 'const row = await writeMessage(deps.db, outgoing, stamp);',
        replace: `void writeMessage;
    const row = await deps.db.transaction(async (tx) => {
      const [written] = await tx.raw<SentRow>(outgoing.statement.text, paramsOf(outgoing, stamp));
      if (written) publishCommitted(deps, [messageSent({ message: viewOf(outgoing, written, stamp), siteId: outgoing.siteId, heads: written.heads })]);
      await new Promise((resolve) => setTimeout(resolve, 30));
      return written ?? null;
    });`,
      },
    ],
  },
  {
    name: 'global-serial',
    does: 'seq comes from one sequence of the database, taken before the row lock',
    caughtBy: 'links-bad',
    sql: 'CREATE SEQUENCE chaos_serial START 1000 INCREMENT 3',
    patches: [
      WRITE_ALONE,
      { file: 'modules/messages/send-statement.ts', find: 'WITH ${as.sender}, parent', replace: "WITH ticket AS MATERIALIZED (SELECT nextval('chaos_serial')::int AS n), ${as.sender}, parent" },
      { file: 'modules/messages/send-statement.ts', find: 'SELECT c.id FROM conversation c', replace: 'SELECT c.id FROM ticket, conversation c' },
      { file: 'modules/messages/send-statement.ts', find: 'UPDATE conversation SET ${BUMP},', replace: 'UPDATE conversation SET last_seq = (SELECT n FROM ticket), last_xid = pg_current_xact_id(),' },
    ],
  },
  {
    name: 'no-unique-key',
    does: 'nothing keeps a client id from making two messages',
    caughtBy: 'node-killed-before-answer',
    sql: 'DROP INDEX message_sender_id_client_id_conversation_id_key',
    patches: [WRITE_ALONE],
  },
  {
    name: 'no-periodic-head',
    does: 'no sweep looks for what the bus has lost',
    caughtBy: 'node-killed-before-publish',
    patches: [{ file: 'log/sweeper.ts', find: 'deps.clock.every(SWEEP_MS,', replace: 'deps.clock.every(SWEEP_MS * 1_000_000,' }],
  },
  {
    name: 'no-membership-check',
    does: 'an open feed is not looked at again when somebody is taken out',
    caughtBy: 'redis-killed',
    patches: [
      { file: 'log/hub.ts', find: '    this.#revokeBy(event);', replace: '    if (event.seq < 0) this.#revokeBy(event);' },
      { file: 'log/sweeper.ts', find: 'hub.revoke(one);', replace: 'void one;' },
    ],
  },
  {
    name: 'no-claim-lock',
    does: 'cases are offered without a lock on them or their agents, and nothing keeps a case from having two live offers',
    caughtBy: 'claims-raced',
    sql: 'DROP INDEX offer_live_key',
    patches: [UNLOCKED_AGENTS, { file: 'modules/queues/store.ts', find: ' FOR NO KEY UPDATE OF s SKIP LOCKED`', replace: '`' }],
  },
  {
    name: 'no-capacity-lock',
    does: 'what agents have is judged without a lock on them',
    caughtBy: 'claims-raced',
    patches: [UNLOCKED_AGENTS],
  },
  {
    name: 'newest-first',
    does: 'those who came last are offered first',
    caughtBy: 'claims-raced',
    patches: [{ file: 'modules/queues/store.ts', find: 'ORDER BY s.rank, s.id LIMIT $4::int', replace: 'ORDER BY s.rank DESC, s.id LIMIT $4::int' }],
  },
  {
    name: 'refusals-kept',
    does: 'each query and mutation leaves a kilobyte behind that is never let go',
    caughtBy: 'overloaded',
    scale: 2,
    patches: [
      {
        file: 'transport/engine.ts',
        find: `if (operation.kind !== 'subscription') overload.admit();`,
        replace: `kept.push(Buffer.alloc(1_024, 1));
      if (operation.kind !== 'subscription') overload.admit();`,
      },
      { file: 'transport/engine.ts', find: 'const feeds = new Set<ResultStream>();', replace: 'const feeds = new Set<ResultStream>();\n  const kept: Buffer[] = [];' },
    ],
  },
];
