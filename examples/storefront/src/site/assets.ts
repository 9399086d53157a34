import type { Hono } from 'hono';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteEnvironment } from './visitor.ts';

const folder = fileURLToPath(new URL('../../public/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves what lies in `public`. The names are read once, so that no path is ever made of what a browser sends. */
export async function serveAssets(site: Hono<SiteEnvironment>): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const content = new Uint8Array(await readFile(join(folder, name)));
    site.get(`/assets/${name.replaceAll('\\', '/')}`, (context) =>
      context.body(content, 200, { 'content-type': type }),
    );
  }
}
