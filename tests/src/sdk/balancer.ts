import { connect, createServer, type Socket } from 'node:net';

/** A load balancer as simple as they come: each connection goes to the next node that says it is ready. */
export interface Balancer {
  /** GraphQL endpoint in front of all nodes. */
  readonly url: string;
  /** Takes a node in; it gets connections once it is ready. */
  add(nodeUrl: string): void;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startBalancer(): Promise<Balancer> {
  const nodes: string[] = [];
  const open = new Set<Socket>();
  let turn = 0;

  const isReady = async (node: string): Promise<boolean> => {
    try {
      return (await fetch(`${node}/readyz`)).ok;
    } catch {
      return false;
    }
  };
  const next = async (): Promise<string | null> => {
    for (let tries = nodes.length; tries > 0; tries -= 1) {
      const node = nodes[(turn += 1) % nodes.length];
      if (node !== undefined && (await isReady(node))) return node;
    }
    return null;
  };
  const join = async (near: Socket): Promise<void> => {
    open.add(near);
    near.on('error', () => near.destroy());
    near.on('close', () => open.delete(near));
    const node = await next();
    if (node === null) {
      near.destroy();
      return;
    }
    const far = connect(Number(new URL(node).port), '127.0.0.1');
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    near.pipe(far).pipe(near);
    near.resume();
  };
  const server = createServer({ pauseOnConnect: true }, (near) => void join(near));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('unable to start the balancer; it has no port');
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    add: (nodeUrl) => void nodes.push(nodeUrl),
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
