import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { filesBelow } from '../lib/fresh.mjs';
import { root } from '../lib/run.mjs';

const withoutCode = (text) => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

// The anchors that a rendered page has: one for every heading, repeated ones numbered.
function anchorsOf(text) {
  const seen = new Map();
  const anchors = new Set([...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map((match) => match[1]));
  for (const [, heading] of text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

function problemOf(file, target) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const [path, anchor] = target.split('#');
  const full = path ? resolve(dirname(file), decodeURI(path)) : file;
  if (!existsSync(full)) return 'does not exist';
  if (anchor && full.endsWith('.md') && statSync(full).isFile() && !anchorsOf(readFileSync(full, 'utf8')).has(anchor)) return `has no #${anchor}`;
  return null;
}

/** Every relative link of every Markdown page leads to a file, and every anchor to a heading. */
export const links = {
  key: 'links',
  name: 'links in the documentation',
  remedy: 'correct the link or the heading it points to',
  async run() {
    const pages = filesBelow(root).filter((file) => file.endsWith('.md'));
    const problems = pages.flatMap((file) => {
      const text = withoutCode(readFileSync(file, 'utf8'));
      const targets = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?: +"[^"]*")?\)/g), ...text.matchAll(/^\[[^\]]+\]: +(\S+)/gm)].map((match) => match[1]);
      return targets.flatMap((target) => {
        const problem = problemOf(file, target);
        return problem ? [`${relative(root, file)}: ${target} ${problem}`] : [];
      });
    });
    return pages.length < 5 ? [`only ${pages.length} pages were found`, ...problems] : problems;
  },
};
