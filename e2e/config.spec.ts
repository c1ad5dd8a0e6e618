import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Config } from '@lib/config/config';
import { shellLine } from '@lib/shell/shell-line';
import { config as configQuestion } from '@lib/questions/config';
import { freshSnapshot } from './harness/api';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';

/* How containers were started, told as flags: what these flags start is the same to the engine. */

const inspectedSchema = z.tuple([
  z.object({
    HostConfig: z.record(z.string(), z.unknown()),
    Config: z.record(z.string(), z.unknown()),
  }),
]);

async function inspected(dockerd: Dockerd, container: string) {
  const told = demand(await dockerd.cli('inspect', container), 'docker inspect');
  const [{ HostConfig, Config }] = inspectedSchema.parse(JSON.parse(told));
  const { User, Hostname, Labels, WorkingDir, Entrypoint, Cmd, Tty, StopSignal } = Config;
  return {
    HostConfig,
    ...{ User, Labels, WorkingDir, Entrypoint, Cmd, Tty, StopSignal },
    Hostname,
  };
}

async function configOf(nsview: Nsview, container: string) {
  const response = await fetch(`${nsview.url}/api/v1/containers/${container}/config`);
  return configQuestion.answer.parse(await response.json());
}

/** What starts another like it, as a person would type it. */
function lineOf(
  start: string[],
  { flags, tag, command }: Pick<Config, 'flags' | 'tag' | 'command'>,
) {
  const words = flags.flatMap(({ flag, value }) => (value === null ? [flag] : [flag, value]));
  return shellLine(['docker', ...start, ...words, tag, ...command]);
}

const MANY = [
  ...['--memory', '64m', '--memory-reservation', '32m', '--cpus', '0.5', '--pids-limit', '20'],
  ...['--cpu-shares', '512', '--cpuset-cpus', '0', '--ulimit', 'nofile=64:128', '--shm-size', '1m'],
  ...[
    '--oom-score-adj',
    '5',
    '--hostname',
    'web',
    '--dns',
    '10.0.0.1',
    '--add-host',
    'db:10.0.0.2',
  ],
  ...['-p', '127.0.0.1:18080:80', '-p', '18053:53/udp', '-v', '/srv:/srv/a b:ro'],
  ...['--mount', 'type=tmpfs,target=/cache,tmpfs-size=4096', '--tmpfs', '/run:size=64k'],
  ...['--device', '/dev/null:/dev/nothing:r', '--cap-add', 'NET_ADMIN', '--cap-drop', 'MKNOD'],
  ...['--security-opt', 'no-new-privileges', '--user', '1000:1000', '--group-add', '5'],
  ...['--read-only', '--sysctl', 'net.ipv4.ip_forward=1', '--restart', 'on-failure:3', '--init'],
  ...['-t', '-w', '/tmp', '--entrypoint', 'sh', '--label', "it=isn't $HOME", '--stop-timeout', '3'],
  ...['--log-opt', 'max-size=1m', '--log-opt', 'tag=x', '--stop-signal', 'SIGINT'],
];

test.describe('the flags of a container start another like it', () => {
  const kinds: [name: string, flags: string[], rest: string[]][] = [
    ['with nothing', [], ['ubuntu', 'sleep', '1d']],
    ['with many flags', MANY.filter((each) => each !== '--init'), ['ubuntu', '-c', 'sleep 1d; :']],
    [
      'in others’ namespaces',
      ['--pid', 'host', '--network', 'container:donor', '--ipc', 'host', '--uts', 'host'],
      ['ubuntu', 'sleep', '1d'],
    ],
    [
      'that gets no network and no label',
      ['--network', 'none', '--cgroupns', 'private', '--security-opt', 'seccomp=unconfined'],
      ['ubuntu', 'sleep', '1d'],
    ],
  ];
  for (const [name, flags, rest] of kinds) {
    test(name, async ({ dockerd, nsview }) => {
      await dockerd.run('--name', 'donor', 'ubuntu', 'sleep', '1d');
      demand(await dockerd.cli('create', '--name', 'first', ...flags, ...rest), 'docker create');
      await freshSnapshot(nsview);
      await expect.poll(async () => (await freshSnapshot(nsview)).containers.length).toBe(2);
      const told = await configOf(nsview, 'first');
      expect(told.unreadable).toEqual({});
      const line = lineOf(['create', '--name', 'second'], told);
      demand(await dockerd.type(line), line);
      const [first, second] = [
        await inspected(dockerd, 'first'),
        await inspected(dockerd, 'second'),
      ];
      // An unnamed one is called by its id.
      if (!flags.includes('--hostname')) second.Hostname = first.Hostname;
      expect(second).toEqual(first);
      if (flags.length === 0) expect(told.flags).toEqual([]);
    });
  }
});

test('the words of an entrypoint start the same again, with those of the command', async ({
  dockerd,
  nsview,
}) => {
  // No flag takes several words: an image has them.
  demand(await dockerd.cli('create', '--name', 'donor', 'ubuntu', 'true'), 'docker create');
  const change = ['--change', 'ENTRYPOINT ["sh", "-c", "sleep 1d; :", "its name"]'];
  demand(await dockerd.cli('commit', ...change, 'donor', 'worded'), 'docker commit');
  demand(await dockerd.cli('rm', 'donor'), 'docker rm');
  await dockerd.run('--name', 'first', 'worded', 'one more', '$HOME');
  // What has that name by now has no entrypoint: the line alone says it.
  demand(await dockerd.cli('tag', 'ubuntu', 'worded'), 'docker tag');
  await expect.poll(async () => (await freshSnapshot(nsview)).containers.length).toBe(1);
  const told = await configOf(nsview, 'first');
  expect(told.unreadable).toEqual({});
  const line = lineOf(['run', '--detach', '--name', 'second'], told);
  demand(await dockerd.type(line), line);
  const runs = async (container: string) =>
    readFileSync(`/proc/${await dockerd.leader(container)}/cmdline`, 'utf8').split('\0');
  const words = ['sh', '-c', 'sleep 1d; :', 'its name', 'one more', '$HOME', ''];
  expect(await runs('first')).toEqual(words);
  expect(await runs('second')).toEqual(words);
  const [first, second] = [await inspected(dockerd, 'first'), await inspected(dockerd, 'second')];
  expect(second.HostConfig).toEqual(first.HostConfig);
  await dockerd.clear();
  demand(await dockerd.cli('rmi', 'worded'), 'docker rmi');
  demand(await dockerd.cli('image', 'prune', '--force'), 'docker image prune');
});

test('secrets are hidden, and who is not there is not told of', async ({ dockerd, nsview }) => {
  const secret = [
    '--label',
    'api.token=hunter2',
    '--mount',
    'type=volume,target=/a,volume-opt=type=tmpfs,volume-opt=device=tmpfs,volume-opt=o=password=hunter2',
  ];
  const env = ['--env', 'PASSWORD=hunter2'];
  demand(
    await dockerd.cli(
      'create',
      '--name',
      'keeper',
      ...secret,
      ...env,
      'ubuntu',
      'run',
      '--password',
      'hunter2',
    ),
    'docker create',
  );
  await expect.poll(async () => (await freshSnapshot(nsview)).containers.length).toBe(1);
  const told = await configOf(nsview, 'keeper');
  expect(JSON.stringify(told)).not.toContain('hunter2');
  expect(told.flags).toContainEqual({ flag: '--label', value: 'api.token=•••', about: 'other' });
  expect(told.command).toEqual(['run', '--password', '•••']);
  const nobody = await fetch(`${nsview.url}/api/v1/containers/nobody/config`);
  expect(nobody.status).toBe(404);
});
