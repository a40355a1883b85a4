import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { filesBelow } from './fresh.mjs';
import { root } from './run.mjs';

const declarers = new Set(['it', 'test', 'describe', 'suite']);
const silent = new Set(['skip', 'todo']);

// The names of a callee such as it.each(table) or test.concurrent: ['it', 'each'].
function namesOf(node) {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...namesOf(node.expression), node.name.text];
  if (ts.isCallExpression(node)) return namesOf(node.expression);
  if (ts.isTaggedTemplateExpression(node)) return namesOf(node.tag);
  return [];
}

function textOf(node) {
  if (!node) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  return '';
}

/** The titles of the tests in one source text, each with those of the `describe`s around it. */
export function titlesIn(text, { jsx = false } = {}) {
  const kind = jsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile('test', text, ts.ScriptTarget.Latest, false, kind);
  const found = [];
  const visit = (node, above) => {
    let title = above;
    if (ts.isCallExpression(node)) {
      const names = namesOf(node.expression);
      const own = declarers.has(names[0] ?? '') ? textOf(node.arguments[0]) : '';
      if (own && names.some((name) => silent.has(name))) return;
      if (own) {
        title = above ? `${above} › ${own}` : own;
        if (names[0] === 'it' || names[0] === 'test') found.push(title);
      }
    }
    ts.forEachChild(node, (child) => visit(child, title));
  };
  visit(source, '');
  return found;
}

/** Every test of the repository: its file, and its title with those of the `describe`s around it. Skipped ones are not tests. */
export function testTitles() {
  return ['packages', 'tests', 'examples', 'scripts']
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .flatMap((file) => titlesIn(readFileSync(file, 'utf8'), { jsx: file.endsWith('x') }).map((title) => ({ file: relative(root, file), title })));
}

/** The numbers of one kind (`R` or `P`) that a title cites. */
export const citedIn = (title, kind) => [...new Set(title.match(new RegExp(`\\b${kind}\\d+\\b`, 'g')) ?? [])];
