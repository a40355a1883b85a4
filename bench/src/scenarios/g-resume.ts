import pg from 'pg';
import { enter } from '../arena.js';
import type { PositionsResult } from '../load/positions.js';
import { median } from '../report.js';
import type { Row, Scenario } from '../scenario.js';
import { NO_FAULTS } from '../sequence.js';

const FEW = 100;
const MANY = 1_000_000;
const BEHIND = 10;

/** What opening a conversation costs when it is short and when it is long. Of Parley alone: the floor has no feed that could be opened. */
export const resume: Scenario = {
  letter: 'g',
  title: `opening a conversation of ${FEW} and of ${MANY} messages`,
  async run(tools) {
    const parley = tools.contenders.find(({ name }) => name === 'parley');
    if (!parley) return [];
    const databaseUrl = await tools.services.database();
    const entry = await enter({ ...tools, services: { ...tools.services, database: () => Promise.resolve(databaseUrl) } }, parley, {
      seed: { conversations: 2, members: 2 },
    });
    try {
      const [few, many] = entry.conversations;
      if (!few || !many) throw new Error('two conversations were to be seeded');
      await fill(databaseUrl, few.id, FEW);
      await fill(databaseUrl, many.id, MANY);
      const runs: PositionsResult[] = [];
      for (let run = 1; run <= tools.runs; run += 1) {
        runs.push(await tools.load('positions', { target: entry.target, times: tools.quick ? 100 : 400, behind: BEHIND }));
      }
      return (['snapshot', 'resume', 'page'] as const).flatMap((what): Row[] => {
        const short = median(runs.map((each) => each[what][0] ?? 0));
        const long = median(runs.map((each) => each[what][1] ?? 0));
        tools.log(`g ${what}: ${short.toFixed(2)} ms and ${long.toFixed(2)} ms`);
        const about = { scenario: 'g', better: 'lower', ...NO_FAULTS } as const;
        return [
          { ...about, metric: `${NAMES[what]}, ${MANY} messages`, unit: 'ms', values: { parley: long } },
          { ...about, metric: `${NAMES[what]}, ${MANY} messages to ${FEW}`, unit: '×', values: { parley: long / short }, target: { max: 1.3 } },
        ];
      });
    } finally {
      await entry.running.stop();
    }
  },
};

const NAMES = { snapshot: 'feed from a snapshot', resume: `feed resumed ${BEHIND} events behind`, page: 'last page' };

/**
 * Writes messages and their events as many sends would have left them, by one statement each; without the checks of foreign keys, and without
 * the indexes of search, which take minutes to fill and no part in what is measured.
 */
async function fill(databaseUrl: string, conversation: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    const { rows } = await client.query<{ name: string }>(
      `SELECT indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
        WHERE i.indrelid = 'message'::regclass AND a.amname = 'gin'`,
    );
    for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
    await client.query(
      `INSERT INTO message (id, site_id, conversation_id, seq, sender_id, client_id, body_hash, text, created_at)
       SELECT 'msg_' || replace(gen_random_uuid()::text, '-', ''), c.site_id, c.id, c.last_seq + n, p.user_id, 'bench-' || n, '',
              'm' || n || ' lorem ipsum dolor sit amet, of the length that messages have', now() - make_interval(secs => $2::int - n)
         FROM conversation c
         JOIN LATERAL (SELECT user_id FROM participant WHERE conversation_id = c.id ORDER BY user_id LIMIT 1) p ON true,
              generate_series(1, $2::int) n
        WHERE c.id = $1`,
      [conversation, count],
    );
    await client.query(
      `INSERT INTO event (conversation_id, seq, site_id, type, audience, actor_id, message_id, created_at)
       SELECT conversation_id, seq, site_id, 'MessageSent', audience, sender_id, id, created_at FROM message
        WHERE conversation_id = $1 AND client_id LIKE 'bench-%'`,
      [conversation],
    );
    await client.query('UPDATE conversation SET last_seq = last_seq + $2::int WHERE id = $1', [conversation, count]);
    await client.query('ANALYZE message, event, conversation');
  } finally {
    await client.end();
  }
}
