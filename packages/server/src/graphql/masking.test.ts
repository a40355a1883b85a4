import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { Prisma } from '../db/generated/client.js';
import { createLog } from '../kernel/log.js';
import { toWireError } from './masking.js';

const thrown = (code: string) => {
  const written: string[] = [];
  const originalError = new Prisma.PrismaClientKnownRequestError('', { code, clientVersion: '0' });
  const { extensions } = toWireError(new GraphQLError('no', { originalError, path: ['viewer'] }), { requestId: 'r-1', log: createLog('info', { write: (line: string) => void written.push(line) }), hasSuggestions: false });
  return { code: extensions['code'], retryAfterMs: extensions['retryAfterMs'], lines: written.length };
};

it.each(['UNAVAILABLE', 'P2024'])('P1: a database out of reach, as a model throws it (%s), is answered with UNAVAILABLE and is no defect', (code) => {
  expect(thrown(code)).toEqual({ code: 'UNAVAILABLE', retryAfterMs: 1_000, lines: 0 });
});

it('R196: another error of the database is answered with INTERNAL, and logged', () => {
  expect(thrown('P2025')).toEqual({ code: 'INTERNAL', retryAfterMs: 1_000, lines: 1 });
});
