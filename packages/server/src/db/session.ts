import { messages as wire, protocol, type PGlite } from '@electric-sql/pglite';
import { readForServices, type Connection, type Observers, type ReadValue } from './connection.js';
import { Mutex } from './mutex.js';

/** A column of a result. */
export interface Column {
  readonly name: string;
  /** PostgreSQL's number of its type. */
  readonly dataTypeID: number;
}

/** What a statement answered, rows as arrays. */
export interface RowSet {
  readonly columns: readonly Column[];
  readonly rows: unknown[][];
  /** Rows written, or read when nothing was written. */
  readonly affected: number;
}

interface Prepared {
  readonly name: string;
  readonly paramTypes: readonly number[];
  readonly columns: readonly Column[];
}

const MAX_PREPARED = 500;

/**
 * The one connection of the embedded database. PGlite parses and describes a statement each time it runs; here each text is
 * prepared once, and running it is one message to the engine. Whoever uses the session holds its mutex: nothing comes
 * between the statements of an open transaction.
 */
export class Session implements Connection {
  readonly mutex = new Mutex();
  readonly #prepared = new Map<string, Prepared>();
  #count = 0;

  constructor(
    readonly engine: PGlite,
    readonly observers: Observers,
  ) {}

  /** Runs one statement of text and parameters. The caller holds the mutex. */
  async run(text: string, params: readonly unknown[], read: ReadValue): Promise<RowSet> {
    this.observers.tell(text);
    const prepared = this.#prepared.get(text) ?? (await this.#prepare(text));
    const values = params.map((value, index) => this.#encode(value, prepared.paramTypes[index] ?? 0));
    const messages = await this.engine.execProtocolStream(
      concat([protocol.serialize.bind({ statement: prepared.name, values }), protocol.serialize.execute({}), protocol.serialize.sync()]),
      { syncToFs: false },
    );
    const readers = prepared.columns.map(({ dataTypeID }) => read(dataTypeID) ?? this.#parser(dataTypeID));
    const rows: unknown[][] = [];
    let affected = 0;
    for (const message of messages) {
      if (message instanceof wire.DataRowMessage) {
        rows.push(message.fields.map((field, index) => decode(field, readers[index])));
      } else if (message instanceof wire.CommandCompleteMessage) {
        affected = Number(message.text.split(' ').at(-1)) || 0;
      }
    }
    return { columns: prepared.columns, rows, affected };
  }

  /** Runs a script of several statements without parameters. The caller holds the mutex. */
  async script(text: string): Promise<void> {
    await this.engine.execProtocolStream(protocol.serialize.query(text), { syncToFs: false });
  }

  /**
   * Ends the open transaction. The caller holds the mutex.
   * @throws when a COMMIT became a rollback, because a statement before it had failed.
   */
  async end(word: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const messages = await this.engine.execProtocolStream(protocol.serialize.query(word), { syncToFs: false });
    const isRolledBack = messages.some((message) => message instanceof wire.CommandCompleteMessage && message.text === 'ROLLBACK');
    if (word === 'COMMIT' && isRolledBack) throw new Error('unable to commit; the transaction was rolled back');
  }

  async raw<Row>(text: string, params: readonly unknown[]): Promise<Row[]> {
    const set = await this.run(text, params, readForServices);
    return set.rows.map((row) => {
      const entries = set.columns.map((column, index): [string, unknown] => [column.name, row[index]]);
      // The caller says what its SQL selects; nothing here could know better.
      return Object.fromEntries(entries) as Row;
    });
  }

  /** The number of statements that are kept prepared. */
  get preparedCount(): number {
    return this.#prepared.size;
  }

  async #prepare(text: string): Promise<Prepared> {
    if (this.#prepared.size >= MAX_PREPARED) await this.#forgetOldest();
    const name = `s${(this.#count += 1)}`;
    const messages = await this.engine.execProtocolStream(
      concat([protocol.serialize.parse({ name, text }), protocol.serialize.describe({ type: 'S', name }), protocol.serialize.sync()]),
      { syncToFs: false },
    );
    let paramTypes: readonly number[] = [];
    let columns: readonly Column[] = [];
    for (const message of messages) {
      if (message instanceof wire.ParameterDescriptionMessage) paramTypes = message.dataTypeIDs;
      else if (message instanceof wire.RowDescriptionMessage) columns = message.fields;
    }
    const prepared = { name, paramTypes, columns };
    this.#prepared.set(text, prepared);
    return prepared;
  }

  async #forgetOldest(): Promise<void> {
    for (const [text, { name }] of this.#prepared) {
      this.#prepared.delete(text);
      await this.engine.execProtocolStream(concat([protocol.serialize.close({ type: 'S', name }), protocol.serialize.sync()]), {
        syncToFs: false,
      });
      return;
    }
  }

  #encode(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null;
    const serializer = this.engine.serializers[type];
    return serializer ? serializer(value) : String(value);
  }

  #parser(type: number): ((text: string) => unknown) | undefined {
    const parser = this.engine.parsers[type];
    return parser && ((text) => parser(text, type));
  }
}

function decode(field: string | null, reader: ((text: string) => unknown) | undefined): unknown {
  return field === null || !reader ? field : reader(field);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
