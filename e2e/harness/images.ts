import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demand, mustRun } from './command';
import type { Dockerd } from './dockerd';

const BUSYBOX = '/bin/busybox';
const SETPRIV = '/usr/bin/setpriv';

/**
 * Give a daemon an image of a node, as if it had been pulled: this machine's own and its setpriv, which
 * such images have of Debian, and the libraries that they load.
 */
export async function makeNodeImage(dockerd: Dockerd, tag: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-image-'));
  try {
    const linked = await mustRun('ldd', [process.execPath, SETPRIV]);
    const libraries = [...linked.matchAll(/(?:=> |^\s*)(\/\S+) \(/gm)].flatMap(
      ([, path = '']) => path,
    );
    for (const path of [...libraries, SETPRIV]) copyTo(folder, path, path);
    copyTo(folder, process.execPath, '/usr/local/bin/node');
    const packed = join(folder, 'image.tar');
    await mustRun('tar', ['-cf', packed, '-C', folder, '--exclude=./image.tar', '--owner=0', '.']);
    demand(await dockerd.cli('import', packed, tag), 'docker import');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyTo(root: string, from: string, to: string): void {
  const target = join(root, to);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(from, target);
}

/** Give a daemon an image `ubuntu:latest` without a registry. */
export async function makeUbuntu(dockerd: Pick<Dockerd, 'cli'>): Promise<void> {
  await withUbuntu(async (packed) => {
    demand(
      await dockerd.cli('import', '--message', 'ADD ubuntu.tar /', packed, 'ubuntu:latest'),
      'docker import',
    );
  });
}

/**
 * What is in that image, packed: busybox with a link for each of its programs, enough to run the course's commands word
 * for word.
 *
 * @param use gets the path of the archive, which is gone afterwards
 */
export async function withUbuntu(use: (packed: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-image-'));
  try {
    // An engine that runs without root's rights has to read it.
    chmodSync(folder, 0o755);
    for (const name of ['bin', 'dev', 'etc', 'proc', 'root', 'sys', 'tmp']) {
      mkdirSync(join(folder, name));
    }
    copyFileSync(BUSYBOX, join(folder, 'bin/busybox'));
    for (const program of (await mustRun(BUSYBOX, ['--list'])).split('\n')) {
      if (program !== 'busybox') symlinkSync('busybox', join(folder, 'bin', program));
    }
    writeFileSync(join(folder, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
    writeFileSync(join(folder, 'etc/group'), 'root:x:0:\n');
    const packed = join(folder, 'tmp', 'image.tar');
    await mustRun('tar', ['-cf', packed, '-C', folder, '--exclude=./tmp/*', '--owner=0', '.']);
    await use(packed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
