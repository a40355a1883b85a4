import { connectSocket } from '@parley/server/testing';
import type { Arena, Fault } from '../fault.js';
import { pause } from '../writers.js';

/** Events that pass while one socket does not read; fewer, but more than any buffer holds, in the smoke set. */
const PASSING = { smoke: 3_000, long: 30_000 };
/** Bytes by which a node may grow meanwhile. */
const GROWTH = 160 * 1024 * 1024;
const PUMPS = 40;

/** Has so many messages sent in a conversation, as fast as they go. */
async function pump(arena: Arena, of: { readonly url: string; readonly token: string; readonly conversationId: string; readonly count: number }): Promise<void> {
  const socket = await connectSocket(of.url, { token: of.token });
  let next = 0;
  const document = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq message { id } } }';
  const work = async (): Promise<void> => {
    while (next < of.count) {
      next += 1;
      const clientId = `pump-${next}`;
      const text = `${clientId} ${'lorem ipsum '.repeat(300)}`;
      const pending = arena.history.begin({ kind: 'send', by: 'pump', conversationId: of.conversationId, key: text.slice(0, 20) + clientId, clientId });
      const { data, errors } = await socket.request<{ sendMessage: { seq: number; message: { id: string } } }>(document, { input: { conversationId: of.conversationId, clientId, text } });
      if (data) pending.done({ seq: data.sendMessage.seq, messageId: data.sendMessage.message.id, clientId });
      else pending.failed(errors?.[0]?.extensions?.code ?? 'UNKNOWN');
    }
  };
  await Promise.all(Array.from({ length: PUMPS }, work));
  await socket.close();
}

/** What can happen between clients and nodes. */
export const links: readonly Fault[] = [
  {
    name: 'links-bad',
    does: "the clients' links are cut, black holes, half open, slow and refused, in an order of the seed",
    holds: 'Every feed resumes where it stopped; what was sent while the answer was lost is there once.',
    promises: ['P1', 'P2', 'P3', 'P4', 'P5'],
    async run(arena) {
      const { balancer } = arena.cluster;
      const { random } = arena;
      await arena.load(300);
      const modes = ['cut', 'blackhole', 'halfOpen', 'slow', 'refuse'] as const;
      for (let round = 0; round < 5 * arena.scale; round += 1) {
        const mode = modes[(round + random.whole(0, 1)) % modes.length] ?? 'cut';
        if (mode === 'cut') balancer.cut();
        else balancer.set(mode, random.whole(50, 300));
        await pause(random.whole(200, 700));
        balancer.set('ok');
        // What was carried into a hole stays half done, so those links end.
        if (mode !== 'slow') balancer.cut();
        await pause(random.whole(150, 500));
      }
    },
  },
  {
    name: 'socket-stalled',
    does: 'one socket stops reading while events pass (30,000 of them in a long run), more than any buffer between holds',
    holds: 'The other readers on its node get everything; the node stays within bounds; the one that stalled resumes, or begins anew where it is told to.',
    promises: ['P2', 'P4', 'P7'],
    async run(arena) {
      const { cluster, scale } = arena;
      await arena.load(200);
      const talk = await arena.quietTalk();
      const node = cluster.node(0);
      const stalled = arena.follow(talk.client, talk, { url: () => node.url, patienceMs: null });
      const well = arena.follow(talk.provider, talk, { url: () => node.url, patienceMs: 60_000 });
      await arena.until('both readers', () => Boolean(stalled.position && well.position));
      const writer = await cluster.addNode({ environment: { PARLEY_RATE_LIMITS: 'false' } });
      writer.isOut = true;
      const socket = stalled.socket;
      socket?.pause();
      const before = node.residentBytes;
      const count = scale === 1 ? PASSING.smoke : PASSING.long;
      const startedAt = performance.now();
      await pump(arena, { url: writer.url, token: talk.agent.token, conversationId: talk.id, count });
      const rate = Math.round(count / ((performance.now() - startedAt) / 1000));
      await arena.until('the other reader to have everything', () => (well.position?.seq ?? 0) >= count);
      const growth = node.residentBytes - before;
      Object.assign(arena.figures, { passed: count, perSecond: rate, grownMB: Math.round(growth / 1024 / 1024) });
      if (growth > GROWTH) arena.violated('P7', `the node grew by ${Math.round(growth / 1024 / 1024)} MB`);
      if (well.ends.length > 0) arena.violated('P7', `the other reader was ended with ${well.ends.join(', ')}`);
      // Where all this takes longer than a ping may, the server has ended it by now, and its reader is back on another.
      const isSame = stalled.socket === socket;
      if (isSame && (stalled.position?.seq ?? 0) >= count) arena.violated('-', 'the socket that does not read has read');
      if (isSame) socket?.resume();
      await arena.until('the one that stalled to be ended and to be back', () => (stalled.position?.seq ?? 0) >= count);
      await cluster.removeNode(writer);
    },
  },
];
