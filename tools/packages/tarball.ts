import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PublishablePackage } from './workspace.ts';
import { root } from './workspace.ts';

/** A package as it would be uploaded. */
export interface Tarball {
  readonly path: string;
  /** The files in it by their path within the package. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Packs with pnpm, which alone knows `workspace:`, `catalog:` and the hook that takes out `ducat-source`. */
export function pack({ folder }: PublishablePackage, destination: string): Tarball {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string };
  const command = ['-y', packageManager, 'pack', '--json', '--pack-destination', destination];
  const output = execFileSync('npx', command, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const { filename } = JSON.parse(output) as { filename: string };
  return { path: filename, files: untar(gunzipSync(readFileSync(filename))) };
}

const blockSize = 512;

/** The regular files of a tar archive, without the folder `package` that all of them are in. */
function untar(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const field = (header: Buffer, start: number, length: number): string =>
    header.toString('utf8', start, start + length).replace(/\0.*$/s, '');
  for (let offset = 0; offset + blockSize <= archive.length;) {
    const header = archive.subarray(offset, offset + blockSize);
    const name = field(header, 0, 100);
    if (name === '') break;
    const kind = field(header, 156, 1);
    if (kind !== '' && kind !== '0') throw new Error(`the archive has an entry of kind ${kind}: ${name}`);
    const size = Number.parseInt(field(header, 124, 12), 8);
    const prefix = field(header, 345, 155);
    const path = (prefix === '' ? name : `${prefix}/${name}`).replace(/^package\//, '');
    files.set(path, archive.subarray(offset + blockSize, offset + blockSize + size));
    offset += blockSize + Math.ceil(size / blockSize) * blockSize;
  }
  return files;
}

/** Writes the files to a folder, as an installation would. */
export function unpack({ files }: Tarball, folder: string): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
