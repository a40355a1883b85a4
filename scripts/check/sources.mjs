import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../lib/fresh.mjs';
import { root } from '../lib/run.mjs';

const isTest = (file) => /(\.test|\/fixture|\.fixture)\.tsx?$/.test(file) || /\/testing\//.test(file) || file.startsWith('tests/');
const inServer = (file) => file.startsWith('packages/server/src/') && !isTest(file);
const shipped = (file) => /^packages\/[^/]+\/src\//.test(file) && !isTest(file);

/** Each rule: what it forbids, in which files, and the pattern over the code without comments and strings. */
const rules = [
  { says: '`any`', applies: () => true, pattern: /(?::|<|\bas|\||&|,|=)\s*any\b(?!\s*[(:])/ },
  { says: 'a double cast', applies: () => true, pattern: /\bas unknown as\b/ },
  {
    says: 'process.env outside of config.ts',
    applies: (file) => shipped(file) && file !== 'packages/server/src/config.ts',
    pattern: /\bprocess\.env\b/,
  },
  {
    says: 'time outside of kernel/clock',
    applies: (file) => inServer(file) && !file.includes('/kernel/clock'),
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
  },
  {
    says: 'chance outside of kernel/ids',
    applies: (file) => inServer(file) && !file.includes('/kernel/ids'),
    pattern: /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\buuidv7\(/,
  },
  { says: 'console in library code', applies: shipped, pattern: /\bconsole\.\w+\(/ },
  {
    says: 'a publish outside of log/ and presence',
    applies: (file) => inServer(file) && !/\/(log|bus|modules\/presence)\/|\/identity\/memory\.ts$/.test(file),
    pattern: /\bbus\.publish\(/,
  },
  { says: 'a default export', applies: (file) => shipped(file), pattern: /\bexport default\b/ },
];

const sqlWrites = /\bINSERT INTO\s+"?event"?\b/i;

// The code with comments and the contents of strings taken out, line by line.
function codeOf(text, file) {
  const kind = file.endsWith('x') ? ts.LanguageVariant.JSX : ts.LanguageVariant.Standard;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind === ts.LanguageVariant.JSX ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const blank = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) || ts.isJsxText(node) || ts.isRegularExpressionLiteral(node)) {
      blank.push([node.getStart(source), node.end]);
    }
    const children = node.getChildren(source);
    for (const range of ts.getLeadingCommentRanges(text, node.pos) ?? []) blank.push([range.pos, range.end]);
    for (const range of ts.getTrailingCommentRanges(text, node.end) ?? []) blank.push([range.pos, range.end]);
    children.forEach(visit);
  };
  visit(source);
  const characters = [...Array(text.length).keys()].map((index) => text[index]);
  for (const [from, to] of blank) for (let index = from; index < to; index += 1) if (characters[index] !== '\n') characters[index] = ' ';
  return characters.join('').split('\n');
}

/** The rules of the house that a pattern can see. */
export const sources = {
  key: 'sources',
  name: 'rules for source files',
  remedy: 'see "Conventions" in docs/architecture.md: split the file, or use kernel/clock, kernel/ids, config.ts, log/append',
  async run() {
    const problems = [];
    const files = ['packages', 'tests', 'examples', 'scripts', 'bench']
      .flatMap((folder) => filesBelow(join(root, folder)))
      .map((file) => relative(root, file))
      .filter((file) => /\.(tsx?|mts|mjs|cjs)$/.test(file) && !file.includes('/generated/') && !file.endsWith('.d.ts'));
    for (const file of files) {
      const text = readFileSync(join(root, file), 'utf8');
      const lines = text.split('\n').length - 1;
      if (lines > 400) problems.push(`${file} has ${lines} lines; 400 at most`);
      if (/^(utils|types|helpers|misc)\.tsx?$/.test(basename(file))) problems.push(`${file}: name it after what it holds`);
      if (!/^[a-z0-9][a-z0-9.-]*$/.test(basename(file))) problems.push(`${file}: file names are kebab-case`);
      if (!/\.tsx?$/.test(file)) continue;
      if (/@ts-(?:ignore|nocheck|expect-error)/.test(text) && !/\.test-d\.ts$/.test(file) && !isTest(file)) problems.push(`${file}: silences the compiler`);
      if (inServer(file) && sqlWrites.test(text) && !/\/(log|db)\//.test(file)) problems.push(`${file}: writes events outside of log/`);
      codeOf(text, file).forEach((line, index) => {
        for (const rule of rules) {
          if (rule.applies(file) && rule.pattern.test(line)) problems.push(`${file}:${index + 1}: ${rule.says}`);
        }
      });
    }
    return problems;
  },
};
