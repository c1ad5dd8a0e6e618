import type { Outcome } from './command';
import type { Dockerd } from './dockerd';
import type { Ordinary } from './fixtures';

/** Runs a command of nsview to its end, as somebody who may talk to a daemon and is not root. */
export function ordinaryCommand(
  { user, project }: Ordinary,
  dockerd: Dockerd,
  ...args: string[]
): Promise<Outcome> {
  user.admit(dockerd);
  return user.run(process.execPath, [project.program, ...args, '--docker', dockerd.endpoint]);
}
