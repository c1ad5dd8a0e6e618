import { dirname } from 'node:path';
import { findings as findingsQuestion } from '@lib/questions/findings';
import { RULE_NAMES, type RuleName } from '@lib/findings/finding';
import { freshSnapshot } from './harness/api';
import { PRIVILEGED, type Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { spawnNsview, type Nsview } from './harness/nsview';

/* What each rule finds of real containers, and does not find of others. */

const SLEEP = ['ubuntu', 'sleep', '1d'];

async function findingsOf(nsview: Nsview, container: string) {
  const response = await fetch(`${nsview.url}/api/v1/containers/${container}/findings`);
  return findingsQuestion.answer.parse(await response.json());
}

/** What `nsview findings` prints, and how it ends. */
async function command(dockerd: Dockerd, ...args: string[]) {
  const run = spawnNsview(['findings', '--docker', dockerd.endpoint, ...args]);
  return { code: await run.ended(), stdout: run.stdout, stderr: run.stderr };
}

/** As little as a container can be given, and of that what each rule does not like. */
const CAREFUL = [
  ...['--user', '1000:1000', '--memory', '16m', '--pids-limit', '10', '--network', 'none'],
  ...['--security-opt', 'no-new-privileges', '--cgroupns', 'private'],
];
const BAD: Partial<Record<RuleName, string[]>> = {
  privileged: PRIVILEGED,
  'docker-socket': ['-v', '/var/run/docker.sock:/var/run/docker.sock'],
  'host-paths': ['-v', '/etc:/host/etc'],
  'host-root': ['--user', '0'],
  'host-pid': ['--pid', 'host'],
  capabilities: ['--cap-add', 'NET_ADMIN'],
  'seccomp-off': ['--security-opt', 'seccomp=unconfined'],
  'host-ipc': ['--ipc', 'host'],
  'host-uts': ['--uts', 'host'],
  'host-user': ['--userns', 'host'],
  joined: ['--pid', 'container:donor'],
  'ports-everywhere': ['--network', 'bridge', '-p', '18080:80'],
};

test('each rule: one that it finds, by a container started so, and one that it does not', async ({
  dockerd,
  nsview,
}) => {
  test.setTimeout(120_000);
  const image = (await dockerd.cli('inspect', '--format', '{{.Id}}', 'ubuntu')).stdout.trim();
  const rest = [image, 'sleep', '1d'];
  await dockerd.run('--name', 'donor', ...CAREFUL, ...rest);
  await dockerd.run('--name', 'careful', ...CAREFUL, ...rest);
  await dockerd.run('--name', 'careless', ...SLEEP);
  await dockerd.run(
    ...['--name', 'engine-net', ...CAREFUL.filter((each, at) => !overridden(at, ['--network']))],
    ...['--network', 'host', ...rest],
  );
  await dockerd.run('--name', 'writer', '-v', '/srv:/srv', ...SLEEP);
  for (const [rule, flags] of Object.entries(BAD)) {
    await dockerd.run(
      '--name',
      rule,
      ...CAREFUL.filter((each, at) => !overridden(at, flags)),
      ...flags,
      ...rest,
    );
  }
  await freshSnapshot(nsview);
  const careful = await findingsOf(nsview, 'careful');
  expect(careful.findings).toEqual([]);
  const rulesOf = async (container: string) =>
    (await findingsOf(nsview, container)).findings.map(({ rule }) => rule);
  for (const rule of Object.keys(BAD)) {
    expect.soft(await rulesOf(rule), rule).toEqual([rule]);
  }
  // Its daemon has a network of its own here: what it calls the host's is not the host's.
  expect(await rulesOf('engine-net')).toEqual([]);
  expect(await rulesOf('donor')).toEqual(['joined']);
  expect(await rulesOf('careless')).toEqual([
    ...['host-root', 'new-privileges', 'no-memory-limit', 'no-pids-limit', 'mutable-tag'],
  ]);
  expect(await rulesOf('writer')).toContain('root-writable-bind');
  // This kernel has neither AppArmor nor SELinux: then it says so, and not that all is well.
  const lsm = careful.unknown.filter(({ rule }) => rule === 'lsm-off');
  expect(careful.unknown).toEqual(lsm);
});

/** A flag of the careful ones that is given otherwise. */
function overridden(at: number, flags: readonly string[]): boolean {
  const flag = CAREFUL[at - (at % 2)] ?? '';
  return flag !== '--security-opt' && flags.includes(flag);
}

test('what evidence says is what its command prints', async ({ dockerd, nsview }) => {
  await dockerd.run(
    '--name',
    'open',
    '-p',
    '18081:80',
    '--cap-add',
    'SYS_PTRACE',
    '-v',
    '/etc:/e:ro',
    ...SLEEP,
  );
  await dockerd.run('--name', 'guest', '--pid', 'container:open', ...SLEEP);
  await freshSnapshot(nsview);
  const told = [
    ...(await findingsOf(nsview, 'open')).findings,
    ...(await findingsOf(nsview, 'guest')).findings,
  ];
  expect(new Set(told.map(({ rule }) => rule)).size).toBeGreaterThan(7);
  const squeezed = (text: string) => text.trim().replace(/[ \t]+/g, ' ');
  for (const { rule, evidence } of told) {
    expect(evidence.length, rule).toBeGreaterThan(0);
    for (const { command: line, value } of evidence) {
      const printed = await dockerd.type(line.replace(/^sudo /, ''));
      expect(squeezed(printed.stdout), line).toContain(squeezed(value));
    }
  }
});

test('one that was left behind when its donor was started again', async ({ dockerd, nsview }) => {
  await dockerd.run('--name', 'donor', ...SLEEP);
  await dockerd.run('--name', 'left', '--network', 'container:donor', ...SLEEP);
  await freshSnapshot(nsview);
  const isLeft = async () =>
    (await findingsOf(nsview, 'left')).findings.find(({ rule }) => rule === 'not-joined');
  expect(await isLeft()).toBeUndefined();
  await dockerd.cli('restart', '-t', '0', 'donor');
  await expect.poll(async () => (await isLeft())?.of).toEqual(['net: donor']);
});

test('nsview findings: 20 containers, its formats, and how it ends', async ({ dockerd }) => {
  test.setTimeout(120_000);
  for (let nth = 0; nth < 18; nth += 1) await dockerd.run('--name', `c${nth}`, ...SLEEP);
  const image = (await dockerd.cli('inspect', '--format', '{{.Id}}', 'ubuntu')).stdout.trim();
  await dockerd.run('--name', 'careful', ...CAREFUL, image, 'sleep', '1d');
  await dockerd.run('--name', 'tagged', ...CAREFUL, ...SLEEP);

  const json = await command(dockerd, '--format', 'json');
  expect(json.code).toBe(0);
  const told = findingsQuestion.answer.parse(JSON.parse(json.stdout));
  expect(new Set(told.findings.map(({ subject }) => subject.name)).size).toBe(19);
  expect(told.findings.filter(({ rule }) => rule === 'host-root')).toHaveLength(18);
  expect(RULE_NAMES).toEqual(expect.arrayContaining(told.unknown.map(({ rule }) => rule)));

  expect((await command(dockerd, '--fail-on', 'high')).code).toBe(1);
  const one = await command(dockerd, '--container', 'tagged', '--fail-on', 'medium');
  expect(one.code).toBe(0);
  expect(one.stdout).toContain('tagged runs from a tag');
  expect((await command(dockerd, '--container', 'tagged', '--fail-on', 'low')).code).toBe(1);
  expect((await command(dockerd, '--container', 'careful', '--fail-on', 'low')).code).toBe(0);
  for (const wrong of [
    ['--fail-on', 'huge'],
    ['--format', 'xml'],
    ['--container', 'nobody'],
    ['x'],
  ]) {
    expect((await command(dockerd, ...wrong)).code, wrong.join(' ')).toBe(2);
  }
  const sarif: unknown = JSON.parse((await command(dockerd, '--format', 'sarif')).stdout);
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'nsview' } } }],
  });
  const markdown = (await command(dockerd, '--format', 'markdown')).stdout;
  expect(markdown.split('\n').filter((line) => line.startsWith('| high'))).toHaveLength(18);
});

test('a volume that is made of a folder of the host is that folder', async ({
  dockerd,
  nsview,
}) => {
  const bind = (device: string) => ['type=none', 'o=bind', `device=${device}`];
  for (const [name, options] of [
    ['of-etc', bind('/etc')],
    ['of-run', bind('/var/run')],
    ['of-socket', bind(dirname(dockerd.socket))],
    ['plain', []],
  ] as const) {
    const args = options.flatMap((option) => ['--opt', option]);
    const made = await dockerd.cli('volume', 'create', ...args, name);
    expect(made.code, made.stderr).toBe(0);
  }
  await dockerd.run(
    '--name',
    'bound',
    '-v',
    'of-etc:/e',
    '-v',
    'of-run:/r:ro',
    '-v',
    'of-socket:/s:ro',
    ...SLEEP,
  );
  await dockerd.run('--name', 'own', '-v', 'plain:/e', ...SLEEP);
  await freshSnapshot(nsview);
  const rules = async (container: string) =>
    new Map((await findingsOf(nsview, container)).findings.map((each) => [each.rule, each]));
  const [bound, own] = [await rules('bound'), await rules('own')];
  expect(bound.get('host-paths')).toMatchObject({
    severity: 'high',
    of: ['/etc -> /e', '/var/run -> /r (ro)'],
  });
  expect(bound.get('docker-socket')?.of).toEqual([`${dirname(dockerd.socket)} -> /s (ro)`]);
  expect(bound.get('root-writable-bind')?.of).toEqual(['/etc -> /e']);
  for (const rule of ['host-paths', 'docker-socket', 'root-writable-bind'] as const) {
    expect(own.get(rule), rule).toBeUndefined();
  }
  // What is said to be seen is what one sees.
  for (const { command, value } of bound.get('host-paths')?.evidence ?? []) {
    const shown = await dockerd.type(command);
    expect(shown.code, shown.stderr).toBe(0);
    for (const line of value.split('\n')) expect(shown.stdout.split('\n')).toContain(line);
  }
  await dockerd.clear();
  await dockerd.cli('volume', 'rm', 'of-etc', 'of-run', 'of-socket', 'plain');
});
