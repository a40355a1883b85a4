import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as operations from './generated/operations.js';
import type { OperationDocument } from './operation.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = buildSchema(read('../../../schema.graphql'));
const manifest: Record<string, string> = JSON.parse(read('./generated/documents.json'));
type AnyDocument = Pick<OperationDocument<unknown, unknown>, 'field' | 'hash' | 'kind' | 'text'>;
const documents = Object.values<unknown>(operations).filter((value): value is AnyDocument => typeof value === 'object' && value !== null && 'hash' in value);

describe('generated documents', () => {
  it('there is one with a function for every root field', () => {
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
    expect(documents.map((document) => document.field).sort()).toEqual(fields.sort());
    for (const field of fields) {
      expect(Object.keys(operations)).toContain(field);
      const base = new URL(`../operations/${field}.graphql`, import.meta.url);
      expect(existsSync(base)).toBe(true);
    }
  });

  it('each is valid, and is known by the hash of what is sent', () => {
    for (const { hash, text, kind, field } of documents) {
      expect(validate(schema, parse(text)), field).toEqual([]);
      expect(text.startsWith(kind)).toBe(true);
      const whole = createHash('sha256').update(text).digest('hex');
      expect(whole.slice(0, 16)).toBe(hash);
      expect(manifest[whole]).toBe(text);
    }
    expect(new Set(documents.map((document) => document.hash)).size).toBe(documents.length);
    expect(Object.keys(manifest)).toHaveLength(documents.length);
  });

  it('P8: feeds ask for nothing that depends on the single viewer, save the inbox', () => {
    for (const { field, text } of documents) {
      if (field === 'conversationFeed' || field === 'conversationEvents') expect(text).not.toMatch(/\bviewer\b/);
      if (field === 'inboxFeed' || field === 'conversation') expect(text).toMatch(/viewer\{canSend /);
    }
  });
});
