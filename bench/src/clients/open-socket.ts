import { WebSocket } from 'ws';

/** Opens a socket of the load generator; resolves when it is open. */
export function openSocket(url: string, protocol?: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(url, protocol, { perMessageDeflate: false, skipUTF8Validation: true });
    ws.once('open', () => resolve(ws));
    // Heard for as long as it lives: an error that nobody hears would end the process.
    ws.on('error', reject);
  });
}

/** Resolves with an error that says how, when a socket is closed by whichever side. */
export function closedOf(ws: WebSocket): Promise<Error> {
  return new Promise((resolve) => ws.once('close', (code, reason) => resolve(new Error(`the socket closed with ${code} ${reason.toString()}`))));
}
