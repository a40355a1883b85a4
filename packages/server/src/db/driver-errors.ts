import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils';

/** What PostgreSQL says of a failure, whichever driver brings it. */
export interface DatabaseFailure {
  /** SQLSTATE, or the system's code of a failed connection. */
  readonly code: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
  readonly column: string | undefined;
}

/** Reads a driver's error; null for anything else. */
export function failureOf(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const text = (key: string): string | undefined => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? value : undefined;
  };
  return { code: error.code, message: error.message, detail: text('detail'), constraint: text('constraint'), column: text('column') };
}

/** A PGlite error as Prisma wants to be told it; other errors stay as they are. */
export function driverErrorOf(error: unknown): unknown {
  const failure = failureOf(error);
  if (!failure || !/^[0-9A-Z]{5}$/.test(failure.code)) return error;
  return new DriverAdapterError({ originalCode: failure.code, originalMessage: failure.message, ...mapped(failure) });
}

function mapped({ code, message, detail, constraint, column }: DatabaseFailure): MappedError {
  const fields = detail
    ?.match(/Key \(([^)]+)\)/)
    ?.at(1)
    ?.split(', ');
  const where = constraint ? { index: constraint } : fields ? { fields } : undefined;
  switch (code) {
    case '23505':
      return { kind: 'UniqueConstraintViolation', ...(where && { constraint: where }) };
    case '23502':
      return { kind: 'NullConstraintViolation', ...(column && { constraint: { fields: [column] } }) };
    case '23503':
      return { kind: 'ForeignKeyConstraintViolation', ...(constraint && { constraint: { index: constraint } }) };
    case '22001':
      return { kind: 'LengthMismatch', ...(column && { column }) };
    case '22003':
      return { kind: 'ValueOutOfRange', cause: message };
    case '22P02':
      return { kind: 'InvalidInputValue', message };
    case '40001':
    case '40P01':
      return { kind: 'TransactionWriteConflict' };
    case '42P01':
      return { kind: 'TableDoesNotExist' };
    case '42703':
      return { kind: 'ColumnNotFound' };
    default:
      return { kind: 'postgres', code, severity: 'ERROR', message, detail, column, hint: undefined };
  }
}
