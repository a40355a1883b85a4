/** Finished WebSocket frames (RFC 6455): from the server they are not masked, and these are neither split nor compressed. */
import type { GraphQLError } from 'graphql';
import { withoutHttp } from '../graphql/masking.js';

const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** The frame of a text message, header and all, in one piece: it can be written to any number of connections. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = length < LENGTH_16 ? 2 : length <= 0xffff ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = FINAL_TEXT;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = LENGTH_16;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_64;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, header);
  return frame;
}

/** The frame of a result, which is JSON already, of the operation `id`. */
export function nextFrame(id: string, json: string): Buffer {
  return textFrame(`{"id":${JSON.stringify(id)},"type":"next","payload":${json}}`);
}

/** The frame that ends the operation `id` as it should. */
export function completeFrame(id: string): Buffer {
  return textFrame(`{"id":${JSON.stringify(id)},"type":"complete"}`);
}

/** The frame that ends the operation `id` with errors. */
export function errorFrame(id: string, errors: readonly GraphQLError[]): Buffer {
  return textFrame(`{"id":${JSON.stringify(id)},"type":"error","payload":${JSON.stringify(errors.map(withoutHttp))}}`);
}
