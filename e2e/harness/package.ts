import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from './command';

const ROOT = new URL('../..', import.meta.url).pathname;

/** nsview as it is had from npm: packed, and installed in an empty folder without what it was built with. */
export interface InstalledPackage {
  folder: string;
  /** As `npm pack` made it. */
  tarball: string;
  /** The file behind the command `nsview`. */
  program: string;
  /** Bytes of the tarball, and of all that was installed. */
  packed: number;
  installed: number;
  remove: () => void;
}

/**
 * Packs this clone as it was built by `npm run build` and `npm run build:package`, and installs that.
 * @throws where the packages that it needs are neither in npm's cache nor to be had
 */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-package-'));
  // Some tests run it as users who are not root.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true });
  try {
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const told = await mustRun('npm', ['--prefix', ROOT, ...args, ROOT]);
    const [tarball] = JSON.parse(told) as [{ filename: string; size: number }];
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
    const alone = ['--omit=dev', '--ignore-scripts'];
    const from = join(folder, tarball.filename);
    await mustRun('npm', ['install', '--prefix', folder, ...alone, ...quiet, from]);
    const modules = join(folder, 'node_modules');
    const [installed = ''] = (await mustRun('du', ['-sb', modules])).split('\t');
    return {
      folder,
      tarball: from,
      program: join(modules, 'nsview/dist/cli.js'),
      packed: tarball.size,
      installed: Number(installed),
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}
