import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from './command';
import type { OrdinaryUser } from './ordinary-user';

const ROOT = new URL('../..', import.meta.url).pathname;
/** What of the project a built nsview needs, besides its packages. */
const PARTS = [
  'app',
  'dist',
  'lib/lessons/course',
  '.next',
  'public',
  'package.json',
  'package-lock.json',
  'next.config.js',
  // The configuration asks for it.
  'server/bundled.mjs',
];

/** The project as a user has it who keeps everything to themselves: mode 0700, all the way. */
export interface OrdinaryProject {
  /** The built program. */
  program: string;
  remove: () => Promise<void>;
}

/** Copies the built project for a user; its packages are mounted into the copy. Needs root. */
export async function makeOrdinaryProject({ uid, gid }: OrdinaryUser): Promise<OrdinaryProject> {
  const home = mkdtempSync(join(tmpdir(), 'nsv-home-'));
  const project = join(home, 'nsview');
  mkdirSync(project);
  for (const part of PARTS) {
    // Next's cache is large, and of no use to a server.
    const filter = (path: string) => !path.includes('/.next/cache') && !path.includes('/.next/dev');
    cpSync(join(ROOT, part), join(project, part), {
      recursive: true,
      filter,
      verbatimSymlinks: true,
    });
  }
  const packages = join(project, 'node_modules');
  mkdirSync(packages);
  await mustRun('chmod', ['-R', 'go=', home]);
  await mustRun('chown', ['-R', `${uid}:${gid}`, home]);
  // Read-only: whoever cleans up after us must not reach the real ones.
  await mustRun('mount', ['--bind', '--options', 'ro', join(ROOT, 'node_modules'), packages]);
  return {
    program: join(project, 'dist/main.js'),
    remove: async () => {
      // Never through the mount.
      await mustRun('umount', [packages]);
      rmSync(home, { recursive: true });
    },
  };
}
