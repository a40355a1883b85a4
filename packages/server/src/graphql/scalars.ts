import { GraphQLError, valueFromASTUntyped } from 'graphql';
import { builder } from './builder.js';

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

builder.scalarType('DateTime', {
  description: 'A moment in time, RFC 3339 in UTC with milliseconds, such as `2026-01-31T09:30:00.000Z`. As input, any offset is understood.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  parseValue: parseDateTime,
});

builder.scalarType('JSON', {
  description: 'A JSON object of at most 4 KiB when serialised, stored and returned as it was given.',
  serialize: (value) => value,
  parseValue: parseJsonObject,
  parseLiteral: (node, variables) => parseJsonObject(valueFromASTUntyped(node, variables)),
});

function parseDateTime(value: unknown): Date {
  if (typeof value !== 'string' || !DATE_TIME.test(value)) throw invalid('DateTime must be an RFC 3339 string');
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw invalid('DateTime must be a day that exists');
  return date;
}

function parseJsonObject(value: unknown): Record<string, unknown> {
  if (!isPlainObject(value)) throw invalid('JSON must be an object');
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT' } });
}
