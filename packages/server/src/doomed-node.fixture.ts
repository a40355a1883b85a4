/**
 * A node that dies by SIGKILL at a moment, which is said after database, Redis and prefix: `publish` (the default), the moment it would tell others of something that it has
 * committed, or `commit`, the moment before it commits a transaction. With a further text, only of something, or of SQL, that has this text in it. Prints its address when it listens.
 */
import type { Tx } from './db/contract.js';
import { createChatServer } from './server.js';
import { UNHURRIED } from './testing/server.js';

const [databaseUrl = '', redisUrl = '', redisPrefix = '', moment = 'publish', mark = ''] = process.argv.slice(2);
const die = (): boolean => process.kill(process.pid, 'SIGKILL');
const server = createChatServer({ config: { port: 0, host: '127.0.0.1', databaseUrl, redisUrl, logLevel: 'silent', limits: { ...UNHURRIED, isRateLimited: false } }, redisPrefix });
const { url } = await server.start();
const { bus, db } = server.deps;
if (moment === 'publish') {
  const publish = bus.publish.bind(bus);
  Object.assign(bus, { publish: (topic: string, message: object) => (mark === '' || JSON.stringify([topic, message]).includes(mark) ? die() : publish(topic, message)) });
} else {
  const transaction = db.transaction.bind(db);
  Object.assign(db, {
    transaction: <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      transaction(async (tx) => {
        let isMarked = mark === '';
        const spied: Tx = {
          prisma: tx.prisma,
          raw: (sql, params) => {
            isMarked ||= sql.includes(mark);
            return tx.raw(sql, params);
          },
          afterCommit: (fn) => tx.afterCommit(fn),
        };
        const result = await work(spied);
        if (isMarked) die();
        return result;
      }),
  });
}
process.stdout.write(`${url}/graphql\n`);
