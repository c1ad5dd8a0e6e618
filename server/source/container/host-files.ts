import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mount } from './spec';

/** Where the reader's own files are in the container. */
const INSIDE = '/nsview';

/** Where a program finds its libraries, and the loader that starts it. */
const SYSTEM_FOLDERS = ['/usr', '/lib', '/lib64'];

const requireHere = createRequire(import.meta.url);

/** The root of nsview: this file is in server/source/container, or lies bundled in dist. */
const ROOT = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../..' : '..', import.meta.url),
);

const PROGRAM_FOLDER = join(ROOT, 'dist/reader');

/** The program that the container runs, as it sees it. */
export const READER_PROGRAM = `${INSIDE}/reader/stdio.js`;

/** Was the reader's program built? */
export function isReaderBuilt(): boolean {
  return existsSync(join(PROGRAM_FOLDER, 'stdio.js'));
}

/** The reader's program, and koffi for the ioctls. */
export function readerMounts(): Mount[] {
  return [
    { source: PROGRAM_FOLDER, target: `${INSIDE}/reader` },
    // Says that its files are modules.
    { source: join(ROOT, 'package.json'), target: `${INSIDE}/package.json` },
    ...koffiMounts(),
  ];
}

/** The node that we run in, and what it needs of the system. */
export function nodeMounts(): { node: string; mounts: Mount[] } {
  const node = process.execPath;
  const mounts = SYSTEM_FOLDERS.filter((folder) => existsSync(folder)).map((folder) => ({
    // In a system with a merged /usr, /lib is a link to /usr/lib.
    source: realpathSync(folder),
    target: folder,
  }));
  const folder = dirname(node);
  const seen = mounts.some(({ target }) => `${folder}/`.startsWith(`${target}/`));
  return { node, mounts: seen ? mounts : [...mounts, { source: folder, target: folder }] };
}

/** The package and, beside it, what is compiled for this machine; none where it is not installed. */
function koffiMounts(): Mount[] {
  const entry = resolved('koffi');
  if (entry === null) return [];
  const packages = entry.slice(0, entry.lastIndexOf('/node_modules/koffi/')) + '/node_modules';
  return ['koffi', '@koromix']
    .map((name) => ({ source: join(packages, name), target: `${INSIDE}/node_modules/${name}` }))
    .filter(({ source }) => existsSync(source));
}

function resolved(name: string): string | null {
  try {
    return requireHere.resolve(name);
  } catch {
    return null; // As in ns-ioctl.ts: then relations are inferred, and marked so.
  }
}
