import { demand } from './command';
import type { Dockerd } from './dockerd';

/** A container of a topology: its name, and the flags it is run with. */
type Member = readonly [name: string, ...flags: string[]];

/** The course's pair: c2 inside c1's PID namespace. */
export const COURSE: readonly Member[] = [['c1'], ['c2', '--pid=container:c1']];

const inProject = (project: string) => ['--label', `com.docker.compose.project=${project}`];

/** A dozen as on a small server: two projects, sidecars, an agent on the host's namespaces. */
export const DOZEN: readonly Member[] = [
  ...COURSE,
  ['web', ...inProject('shop')],
  ['web-sidecar', '--net=container:web', ...inProject('shop')],
  ['api', '--ipc=shareable', ...inProject('shop')],
  ['cache', '--ipc=container:api', ...inProject('shop')],
  ['db', ...inProject('shop')],
  ['metrics', '--pid=host', '--net=host'],
  ['debug', '--pid=container:db', '--net=container:db'],
  ['queue', ...inProject('jobs')],
  ['worker', '--ipc=host', ...inProject('jobs')],
  ['mailer', '--uts=host', ...inProject('jobs')],
];

/** What a person would type to run one. */
export function runLine([name, ...flags]: Member): string {
  return `docker run -d --name ${[name, ...flags].join(' ')} ubuntu sh -c "sleep 1d; :"`;
}

/** Runs the containers, in order, so that donors are there before their guests. */
export async function runTopology(dockerd: Dockerd, members: readonly Member[]): Promise<void> {
  for (const [name, ...flags] of members) {
    const command = ['ubuntu', 'sh', '-c', 'sleep 1d; :'];
    const outcome = await dockerd.cli('run', '--detach', '--name', name, ...flags, ...command);
    demand(outcome, `docker run ${name}`);
  }
}
