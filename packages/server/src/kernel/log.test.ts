import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createLog, type LogFields, logOver } from './log.js';
import { LOG_EVENTS } from './log-events.js';

const SECRET = 'canary-5d1c';

function lines() {
  const written: string[] = [];
  return { destination: { write: (line: string) => void written.push(line) }, written };
}

/** As drivers and parsers throw them: the secret in the message, in its properties and in its cause. */
function leaky(): Error {
  const cause = Object.assign(new Error(`invalid input syntax for type uuid: "${SECRET}"`), { code: '22P02', detail: `Key (email)=(${SECRET}@example.com)` });
  return Object.assign(new Error(`Unexpected token in '{"text": ${SECRET}' at 203.0.113.9 for ${SECRET}@example.com\n ${SECRET}`, { cause }), {
    code: 'EFAIL',
    command: { name: 'publish', args: [SECRET] },
    query: `SELECT '${SECRET}'`,
  });
}

it('R196: a line has the fields of the requirement by their names', () => {
  const { destination, written } = lines();
  const fields: LogFields = { event: 'conversation.event', conversation_id: 'cnv_1', user_id: 'usr_1', message_type: 'text', flow_state: 'waiting' };
  createLog('info', destination).info(fields, 'committed');
  const line: unknown = JSON.parse(written[0] ?? '');
  expect(line).toEqual({ ...fields, timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), level: 'info', service: 'parley', message: 'committed' });
});

it.each([
  ['the log of the server', (destination: { write(line: string): void }) => createLog('debug', destination)],
  ['the log of an application', (destination: { write(line: string): void }) => logOver(pino({ level: 'debug' }, destination))],
])('R196: %s writes no field that is not on the list, and nothing that an error quotes', (_name, make) => {
  const { destination, written } = lines();
  const unlisted: LogFields = Object.assign({ event: 'operation.defect', request_id: 'r-1', err: leaky() } as const, { text: SECRET, token: SECRET, ip: '203.0.113.9' });
  make(destination).error(unlisted, 'unexpected error');
  const line = written.join('');
  expect(line).not.toContain(SECRET);
  expect(line).not.toContain('203.0.113.9');
  expect(JSON.parse(line)).toMatchObject({ request_id: 'r-1', err: { type: 'Error', code: 'EFAIL', stack: expect.stringContaining('log.test.ts'), cause: { code: '22P02' } } });
});

it('names events as noun and what became of it, each with its meaning', () => {
  for (const [name, meaning] of Object.entries(LOG_EVENTS)) {
    expect(name).toMatch(/^[a-z]+\.[a-z_]+$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
});
