import { startDockerd, type Dockerd } from '../e2e/harness/dockerd';
import { makeUbuntu } from '../e2e/harness/images';
import { until } from '../e2e/harness/until';
import { childrenOf, GROUPS, GROUP_SCRIPT, PROCESSES_PER_GROUP, withLoad } from './load';

const STARTED_WITHIN = 60_000;

/** Does the work beside 2,000 idle processes, half of them in containers of a private daemon. Needs root. */
export function withLoadedDaemon(work: (dockerd: Dockerd) => Promise<void>): Promise<void> {
  return withLoad(GROUPS / 2, async () => {
    const dockerd = await startDockerd();
    try {
      await makeUbuntu(dockerd);
      await Promise.all(
        Array.from({ length: GROUPS / 2 }, () => dockerd.run('ubuntu', 'sh', '-c', GROUP_SCRIPT)),
      );
      await until('the processes in containers run', () => allRun(dockerd), STARTED_WITHIN);
      await work(dockerd);
    } finally {
      await dockerd.close();
    }
  });
}

/** The containers that run, each with its first process. */
export async function leadersOf(dockerd: Dockerd): Promise<{ name: string; leader: number }[]> {
  const { stdout } = await dockerd.cli('ps', '--format', '{{.Names}}');
  const names = stdout.split('\n').filter(Boolean);
  return Promise.all(names.map(async (name) => ({ name, leader: await dockerd.leader(name) })));
}

async function allRun(dockerd: Dockerd): Promise<boolean> {
  const started = await leadersOf(dockerd);
  return started.every(({ leader }) => childrenOf(leader).length >= PROCESSES_PER_GROUP - 2);
}
