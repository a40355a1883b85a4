/** Writes docs/data-model.md from the `///` lines of schema.prisma. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { databaseName, readSchema, type Block, type Field } from './prisma-schema.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const blocks = readSchema(readFileSync(path('../prisma/schema.prisma'), 'utf8'));
const models = blocks.filter((block) => block.kind === 'model');
const enums = blocks.filter((block) => block.kind === 'enum');
const modelNames = new Set(models.map((model) => model.name));

const base = (type: string): string => type.replace(/[?[\]]/g, '');
const isRelation = (field: Field): boolean => modelNames.has(base(field.type));

const SQL: Readonly<Record<string, string>> = { String: 'text', Int: 'integer', Float: 'double precision', BigInt: 'bigint', Boolean: 'boolean', DateTime: 'timestamptz(3)', Json: 'jsonb' };

function sqlType({ type }: Field): string {
  const name = base(type);
  const unsupported = /^Unsupported\("(\w+)"\)/.exec(type)?.[1];
  const of = enums.find((block) => block.name === name);
  const sql = unsupported ?? (of ? `[${databaseName(of)}](#${databaseName(of)})` : SQL[name]);
  if (!sql) throw new Error(`unable to describe a column; its type ${type} is not known`);
  return `${sql}${type.endsWith('[]') ? '[]' : ''}${type.endsWith('?') ? ', null' : ''}`;
}

function defaultOf({ attributes }: Field): string {
  const value = /@default\((dbgenerated\("([^"]+)"\)|"([^"]*)"|([^)]+))\)/.exec(attributes);
  return value ? ` Default \`${value[2] ?? value[3] ?? value[4]}\`.` : '';
}

function columns(list: string, model: Block): string {
  const names = list.split(',').map((name) => name.trim());
  return names.map((name) => `\`${databaseName(model.fields.find((field) => field.name === name) ?? { name, attributes: '' })}\``).join(', ');
}

function keys(model: Block): string[] {
  const own = model.fields.flatMap((field) => [
    ...(/@id\b/.test(field.attributes) ? [`Primary key: ${columns(field.name, model)}`] : []),
    ...(/@unique\b/.test(field.attributes) ? [`Unique: ${columns(field.name, model)}`] : []),
  ]);
  const shared = model.attributes.flatMap((line) => {
    const [, word, list = ''] = /^@@(id|unique|index)\(\[([^\]]+)\]/.exec(line) ?? [];
    if (!word) return [];
    return [`${word === 'id' ? 'Primary key' : word === 'unique' ? 'Unique' : 'Index'}: ${columns(list, model)}`];
  });
  const foreign = model.fields.flatMap((field) => {
    const [, list] = /@relation\(.*fields: \[([^\]]+)\]/.exec(field.attributes) ?? [];
    const target = models.find((each) => each.name === base(field.type));
    return list && target ? [`${columns(list, model)} → [${databaseName(target)}](#${databaseName(target)})`] : [];
  });
  return [...own, ...shared, ...foreign];
}

function modelSection(model: Block): string {
  const rows = model.fields
    .filter((field) => !isRelation(field))
    .map((field) => `| \`${databaseName(field)}\` | ${sqlType(field)} | ${field.doc}${defaultOf(field)} |`);
  return `### ${databaseName(model)}

${model.doc}

| Column | Type | Meaning |
|---|---|---|
${rows.join('\n')}

${keys(model)
  .map((key) => `- ${key}`)
  .join('\n')}
`;
}

function enumSection(block: Block): string {
  return `### ${databaseName(block)}

${block.doc}

| Value | Meaning |
|---|---|
${block.fields.map((field) => `| \`${databaseName(field)}\` | ${field.doc} |`).join('\n')}
`;
}

const page = `<!-- Generated from packages/server/prisma/schema.prisma by \`npm run gen\`. Do not edit. -->
# Data model

One schema, the same on PGlite and PostgreSQL. Identifiers are text: a prefix and a UUIDv7 without dashes. Times are UTC with
milliseconds and are written by the server's clock. Every row belongs to one site; every access goes through the \`access.ts\` of
the module that owns the table. \`_prisma_migrations\` beside these tables is the history of migrations, as Prisma keeps it.

## Tables

${models.map(modelSection).join('\n')}
## Types

${enums.map(enumSection).join('\n')}`;

writeFileSync(path('../../../docs/data-model.md'), page);
