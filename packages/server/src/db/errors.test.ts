import { expect, it } from 'vitest';
import { isChatError } from '../kernel/errors.js';
import { asUnavailable } from './errors.js';
import { Prisma } from './generated/client.js';

const known = (code: string): Error => new Prisma.PrismaClientKnownRequestError('no', { code, clientVersion: '0' });

it.each(['P1001', 'P2024', 'P2028', 'UNAVAILABLE'])('%s means that the database takes no more just now, so the call may be repeated', (code) => {
  expect(isChatError(asUnavailable(known(code)), 'UNAVAILABLE')).toBe(true);
});

it('an error that says nothing of reach stays as it is', () => {
  const error = known('P2025');
  expect(asUnavailable(error)).toBe(error);
});
