/** A node that dies by SIGKILL the moment it would publish what it has committed. Prints its address when it listens. */
import { createChatServer } from './server.js';

const [databaseUrl = '', redisUrl = '', redisPrefix = ''] = process.argv.slice(2);
const server = createChatServer({ config: { port: 0, host: '127.0.0.1', databaseUrl, redisUrl, logLevel: 'silent' }, redisPrefix });
const { url } = await server.start();
Object.assign(server.deps.bus, { publish: () => process.kill(process.pid, 'SIGKILL') });
process.stdout.write(`${url}/graphql\n`);
