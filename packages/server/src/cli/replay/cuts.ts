/** Connections that are cut without a word, as networks do, at moments that a seed decides. */
import { createHash } from 'node:crypto';
import type { WebSocketConstructor } from '@parley/sdk';
import { WebSocket } from 'ws';

/** The sockets of one client. */
export interface CuttableSockets {
  /** Give this to the client as its WebSocket. */
  readonly implementation: WebSocketConstructor;
  /** Destroys the connection that is open, if any; nothing is said to either end. Answers whether there was one. */
  cut(): boolean;
}

/** Makes the WebSocket of one client. */
export function cuttableSockets(): CuttableSockets {
  const open = new Set<WebSocket>();
  class Cuttable extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      open.add(this);
      this.once('close', () => open.delete(this));
      // The client listens too, but not before its own set-up; an error that nobody hears would end the process.
      this.on('error', () => undefined);
    }
  }
  return {
    implementation: Cuttable,
    cut() {
      const live = [...open].filter((socket) => socket.readyState === WebSocket.OPEN);
      for (const socket of live) socket.terminate();
      return live.length > 0;
    },
  };
}

/** Numbers from 0 (included) to 1 (excluded) that are the same for the same seed. */
export function seededNumbers(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
