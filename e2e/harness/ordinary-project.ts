import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { mustRun } from './command';
import type { OrdinaryUser } from './ordinary-user';
import { HOME, PARTS, PROGRAM } from './program';

/** The project as a user has it who keeps everything to themselves: mode 0700, all the way. */
export interface OrdinaryProject {
  /** The built program. */
  program: string;
  remove: () => Promise<void>;
}

/** Copies the built project, or the installed package, for a user; packages of a clone are mounted into the copy. Needs root. */
export async function makeOrdinaryProject({ uid, gid }: OrdinaryUser): Promise<OrdinaryProject> {
  const home = mkdtempSync(join(tmpdir(), 'nsv-home-'));
  const project = join(home, 'nsview');
  mkdirSync(project);
  for (const part of PARTS) {
    // Next's cache is large, and of no use to a server.
    const filter = (path: string) => !path.includes('/.next/cache') && !path.includes('/.next/dev');
    cpSync(join(HOME, part), join(project, part), {
      recursive: true,
      filter,
      verbatimSymlinks: true,
    });
  }
  const packages = join(project, 'node_modules');
  const areMounted = !existsSync(packages);
  if (areMounted) mkdirSync(packages);
  await mustRun('chmod', ['-R', 'go=', home]);
  await mustRun('chown', ['-R', `${uid}:${gid}`, home]);
  if (areMounted) {
    // Read-only: whoever cleans up after us must not reach the real ones.
    await mustRun('mount', ['--bind', '--options', 'ro', join(HOME, 'node_modules'), packages]);
  }
  return {
    program: join(project, relative(HOME, PROGRAM)),
    remove: async () => {
      // Never through the mount.
      if (areMounted) await mustRun('umount', [packages]);
      rmSync(home, { recursive: true });
    },
  };
}
