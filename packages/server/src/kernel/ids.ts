/**
 * Identifiers and other chance. An id is a typed prefix and a UUIDv7 in hexadecimal: `msg_0190f3…`. It is made by
 * whoever creates the row and never sorted by: order is `seq` alone.
 */
import { randomBytes, randomFillSync, randomInt } from 'node:crypto';
import { V7Generator } from 'uuidv7';

/** The prefix of each kind of row. */
export const ID_PREFIXES = {
  site: 'site',
  user: 'usr',
  apiKey: 'key',
  conversation: 'cnv',
  message: 'msg',
  booking: 'bkg',
  notice: 'ntc',
  template: 'tpl',
  schedule: 'sch',
  routingDecision: 'rtd',
  slaPolicy: 'slp',
  slaClock: 'slk',
  broadcast: 'bct',
  tag: 'tag',
  payment: 'pay',
  escalation: 'esc',
  caseView: 'view',
  queue: 'que',
  case: 'case',
  offer: 'off',
  article: 'art',
} as const;

/** A kind of row that has an id. */
export type IdKind = keyof typeof ID_PREFIXES;

/** Random numbers of the system's generator, asked for in large pieces: a call of it costs more than all the rest of an id. */
class RandomPool {
  readonly #numbers = new Uint32Array(1_024);
  #next = this.#numbers.length;

  nextUint32(): number {
    if (this.#next === this.#numbers.length) {
      randomFillSync(this.#numbers);
      this.#next = 0;
    }
    const number = this.#numbers[this.#next] ?? 0;
    // None is left behind to be read from memory once it has been given away.
    this.#numbers[this.#next] = 0;
    this.#next += 1;
    return number;
  }
}

const generator = new V7Generator(new RandomPool());

/** Makes a new id of the given kind. */
export function newId(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${generator.generate().toHex()}`;
}

const ID_SHAPE = /^([a-z]+)_[0-9a-f]{32}$/;

/** Whether a value has the shape of an id of the given kind. It says nothing about whether such a row exists. */
export function isId(kind: IdKind, value: string): boolean {
  return ID_SHAPE.exec(value)?.[1] === ID_PREFIXES[kind];
}

/** The kind that an id's prefix names, or null when the value is not an id. */
export function kindOfId(value: string): IdKind | null {
  const prefix = ID_SHAPE.exec(value)?.[1];
  for (const kind of Object.keys(ID_PREFIXES)) {
    if (isIdKind(kind) && ID_PREFIXES[kind] === prefix) return kind;
  }
  return null;
}

function isIdKind(value: string): value is IdKind {
  return value in ID_PREFIXES;
}

/** An unguessable token of `bytes` random bytes, in base64url without padding. */
export function randomToken(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}

/** A random number from 0 up to 1, 1 excluded. */
export function chance(): number {
  return Math.random();
}

/** The same items in a random order. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, place: randomInt(2 ** 31) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
