/** The built example pages under `/examples/`. Nothing outside their folder is ever sent. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Scripts and connections of this server only; pictures from anywhere over https, since avatars come from hosts. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:; " +
  "connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** Sends the file that `path` (below the prefix, without query) names in `folder`, or answers false when there is none. */
export async function sendFile(folder: string, path: string, exchange: { readonly request: IncomingMessage; readonly response: ServerResponse }): Promise<boolean> {
  const file = await resolveFile(folder, path);
  if (!file) return false;
  const { request, response } = exchange;
  response.writeHead(200, {
    'content-type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': /[-.][A-Za-z0-9_-]{8,}\.(js|css|woff2)$/.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // A script of an example may stand on a page of another origin, as a widget does. Nothing here is anybody's own.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  if (request.method === 'HEAD') {
    response.end();
    return true;
  }
  await new Promise<void>((resolve) => {
    const stream = createReadStream(file.path);
    stream.on('error', () => response.destroy());
    response.on('close', resolve);
    stream.pipe(response);
  });
  return true;
}

/** The pages that can be served from `folder`: its subfolders that are built, or that need no build. */
export async function examplePages(folder: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const { name } of entries.filter((entry) => entry.isDirectory()).sort((a, b) => a.name.localeCompare(b.name))) {
    const built = join(folder, name, 'dist');
    if (existsSync(join(built, 'index.html'))) pages.set(name, built);
    // A folder with a manifest is the source of a page, which browsers cannot run.
    else if (existsSync(join(folder, name, 'index.html')) && !existsSync(join(folder, name, 'package.json'))) pages.set(name, join(folder, name));
  }
  return pages;
}

/** The pages that an example has beside its first one: the subfolders with a page of their own, by name. */
export async function pagesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.html'))).map(({ name }) => name).sort();
}

async function resolveFile(folder: string, path: string): Promise<{ readonly path: string; readonly size: number } | null> {
  const decoded = decode(path);
  if (decoded === null || decoded.includes('\0') || decoded.split(/[/\\]/).some((part) => part.startsWith('.'))) return null;
  try {
    const root = await realpath(folder);
    const wanted = await realpath(join(root, normalize(decoded)));
    if (wanted !== root && !wanted.startsWith(root + sep)) return null;
    const found = await stat(wanted);
    if (found.isFile()) return { path: wanted, size: found.size };
    const index = join(wanted, 'index.html');
    const size = (await stat(index)).size;
    return { path: index, size };
  } catch {
    return null;
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
