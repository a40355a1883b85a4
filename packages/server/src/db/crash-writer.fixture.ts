/** Writes messages into a data folder for ever and prints each seq once it is acknowledged, until it is killed. */
import { systemClock } from '../kernel/clock.js';
import { openDb } from './open.js';

const dataDir = process.argv[2] ?? '';
const db = await openDb({ dataDir });
await db.migrate();
const now = systemClock.now();
const [site, conversation] = ['site_crash', 'cnv_crash'];
await db.prisma.site.upsert({
  where: { id: site },
  create: { id: site, name: 'Vans', publicKey: 'pk_crash', secret: 's', createdAt: now, updatedAt: now },
  update: {},
});
await db.prisma.conversation.upsert({
  where: { id: conversation },
  create: { id: conversation, siteId: site, kind: 'direct', title: '', lastActivityAt: now, createdAt: now },
  update: {},
});
process.stdout.write('ready\n');
for (;;) {
  const [row] = await db.hot<{ seq: number }>(
    {
      name: 'crash.send',
      text: `WITH bumped AS (UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1 RETURNING id, site_id, last_seq)
        INSERT INTO event (conversation_id, seq, site_id, type, audience, created_at)
        SELECT id, last_seq, site_id, 'MessageSent', 'all', $2 FROM bumped RETURNING seq`,
    },
    [conversation, now],
  );
  process.stdout.write(`${row?.seq}\n`);
}
