import {
  ColumnTypeEnum,
  DriverAdapterError,
  type ArgType,
  type ColumnType,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { isoTime, type ReadValue } from './connection.js';
import { driverErrorOf } from './driver-errors.js';
import { currentScope, refuseInsideTransaction, type TransactionScope } from './scope.js';
import type { Session } from './session.js';

const FIRST_TYPE_OF_THE_SCHEMA = 16_384;

/** Prisma's kind of column for each built-in type that the schema and its queries use, and how its text is read for Prisma. */
const COLUMNS = new Map<number, readonly [ColumnType, ((text: string) => unknown)?]>([
  [16, [ColumnTypeEnum.Boolean]],
  [17, [ColumnTypeEnum.Bytes]],
  [19, [ColumnTypeEnum.Text]],
  [20, [ColumnTypeEnum.Int64, (text) => text]],
  [21, [ColumnTypeEnum.Int32]],
  [23, [ColumnTypeEnum.Int32]],
  [25, [ColumnTypeEnum.Text]],
  [26, [ColumnTypeEnum.Int64, (text) => text]],
  [114, [ColumnTypeEnum.Json, (text) => text]],
  [700, [ColumnTypeEnum.Float]],
  [701, [ColumnTypeEnum.Double]],
  [1000, [ColumnTypeEnum.BooleanArray]],
  [1007, [ColumnTypeEnum.Int32Array]],
  [1009, [ColumnTypeEnum.TextArray]],
  [1042, [ColumnTypeEnum.Text]],
  [1043, [ColumnTypeEnum.Text]],
  [1184, [ColumnTypeEnum.DateTime, isoTime]],
  [1700, [ColumnTypeEnum.Numeric, (text) => text]],
  [2950, [ColumnTypeEnum.Uuid]],
  [3802, [ColumnTypeEnum.Json, (text) => text]],
]);

const readForPrisma: ReadValue = (type) => COLUMNS.get(type)?.[1];

function columnType(type: number): ColumnType {
  const known = COLUMNS.get(type)?.[0];
  if (known !== undefined) return known;
  if (type >= FIRST_TYPE_OF_THE_SCHEMA) return ColumnTypeEnum.Text;
  throw new DriverAdapterError({ kind: 'UnsupportedNativeDataType', type: String(type) });
}

function argument(value: unknown, type: ArgType | undefined): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' && type?.scalarType === 'bytes') return Buffer.from(value, 'base64');
  return value;
}

abstract class Queryable implements SqlQueryable {
  readonly provider = 'postgres';
  readonly adapterName = 'parley-embedded';

  constructor(protected readonly session: Session) {}

  protected abstract perform<T>(work: () => Promise<T>): Promise<T>;

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const { columns, rows } = await this.#run(query);
    return {
      columnNames: columns.map(({ name }) => name),
      columnTypes: columns.map(({ dataTypeID }) => columnType(dataTypeID)),
      rows,
    };
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return (await this.#run(query)).affected;
  }

  async #run({ sql, args, argTypes }: SqlQuery) {
    const params = args.map((value, index) => argument(value, argTypes[index]));
    try {
      return await this.perform(() => this.session.run(sql, params, readForPrisma));
    } catch (error) {
      throw driverErrorOf(error);
    }
  }
}

/** A transaction holds the session's mutex from BEGIN to its end. A COMMIT that fails is thrown, never swallowed. */
class EmbeddedTransaction extends Queryable implements Transaction {
  readonly options = { usePhantomQuery: true };

  constructor(
    session: Session,
    private readonly release: () => void,
    private readonly scope: TransactionScope | null,
  ) {
    super(session);
  }

  protected perform<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  commit(): Promise<void> {
    return this.#end('COMMIT');
  }

  rollback(): Promise<void> {
    return this.#end('ROLLBACK');
  }

  async createSavepoint(name: string): Promise<void> {
    await this.session.script(`SAVEPOINT ${name}`);
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.session.script(`ROLLBACK TO SAVEPOINT ${name}`);
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.session.script(`RELEASE SAVEPOINT ${name}`);
  }

  async #end(word: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    // Prisma gives a slow transaction up while its work still runs, which must not go on in the next one.
    if (this.scope) this.scope.connection = null;
    try {
      await this.session.end(word);
    } catch (error) {
      throw driverErrorOf(error);
    } finally {
      this.release();
    }
  }
}

class EmbeddedDriver extends Queryable implements SqlDriverAdapter {
  protected perform<T>(work: () => Promise<T>): Promise<T> {
    refuseInsideTransaction('query the database');
    return this.session.mutex.run(work);
  }

  async executeScript(script: string): Promise<void> {
    await this.session.mutex.run(() => this.session.script(script));
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    const scope = currentScope();
    if (scope?.connection) refuseInsideTransaction('begin a transaction');
    const release = await this.session.mutex.acquire();
    try {
      await this.session.script(isolationLevel ? `BEGIN ISOLATION LEVEL ${isolationLevel}` : 'BEGIN');
    } catch (error) {
      release();
      throw driverErrorOf(error);
    }
    if (scope) scope.connection = this.session;
    return new EmbeddedTransaction(this.session, release, scope);
  }

  getConnectionInfo() {
    return { supportsRelationJoins: true };
  }

  async dispose(): Promise<void> {
    // The session belongs to the Db, which closes it.
  }
}

/** Prisma's door to the embedded database. */
export function embeddedAdapter(session: Session): SqlDriverAdapterFactory {
  return { provider: 'postgres', adapterName: 'parley-embedded', connect: () => Promise.resolve(new EmbeddedDriver(session)) };
}
