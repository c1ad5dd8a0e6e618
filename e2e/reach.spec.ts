import { spawn, type ChildProcess } from 'node:child_process';
import { freshSnapshot } from './harness/api';
import { demand, run } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { reach } from '@lib/questions/reach';
import { openNsview } from './harness/pages';
import { PROGRAM } from './harness/program';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Whether one gets through to another, against connections that are really made. */

/** A container in which somebody answers at port 80, of both families, as often as one asks. */
const SERVES = ['ubuntu', 'nc', '-ll', '-p', '80', '-e', 'echo', 'hello'];
const SLEEPS = ['ubuntu', 'sleep', '1d'];

async function inNet(pid: number, ...command: string[]): Promise<string> {
  return demand(await run('nsenter', ['-t', String(pid), '-n', ...command]), command.join(' '));
}

/** Does it answer? Asked by a real connection, from the network of a process. */
async function answers(from: number, address: string, port: number): Promise<boolean> {
  const nc = ['busybox', 'nc', '-w', '2', address, String(port)];
  const { stdout } = await run('timeout', ['4', 'nsenter', '-t', String(from), '-n', ...nc]);
  return stdout === 'hello\n';
}

/** All addresses that a network has, but for those that mean nothing elsewhere. */
async function addressesIn(pid: number, loopback: boolean): Promise<string[]> {
  const said = await inNet(pid, 'ip', '-o', 'address');
  return said
    .split('\n')
    .flatMap((line) => /inet6? ([^/ ]+)/.exec(line)?.[1] ?? [])
    .filter((address) => !address.startsWith('fe80:'))
    .filter((address) => loopback === (address === '::1' || address.startsWith('127.')));
}

async function verdict(nsview: Nsview, from: string, to: string, port: number) {
  const query = new URLSearchParams({ from, to, protocol: 'tcp', port: String(port) });
  const response = await fetch(`${nsview.url}/api/v1/reach?${query}`);
  const body: unknown = await response.json();
  const told = reach.answer.safeParse(body);
  if (!told.success) throw new Error(JSON.stringify(body));
  return told.data;
}

interface Pair {
  what: string;
  from: string;
  to: string;
  port?: number;
  expected: 'yes' | 'no' | 'unknown';
}

async function check(dockerd: Dockerd, nsview: Nsview, pairs: readonly Pair[]): Promise<void> {
  await freshSnapshot(nsview);
  const pidOf = (end: string) => (end === ':host' ? dockerd.pid : dockerd.leader(end));
  for (const { what, from, to, port = 80, expected } of pairs) {
    const [near, far] = [await pidOf(from), await pidOf(to)];
    const same = linksOf(near).net === linksOf(far).net;
    const addresses = await addressesIn(far, same);
    const tried = await Promise.all(addresses.map((each) => answers(near, each, port)));
    const told = await verdict(nsview, from, to, port);
    expect.soft(told.verdict, `${what}: ${JSON.stringify(told.hops)}`).toBe(expected);
    if (expected === 'unknown') continue;
    expect
      .soft(tried.includes(true) ? 'yes' : 'no', `${what}, by ${addresses.join(' ')}`)
      .toBe(expected);
  }
}

test('pairs of containers, and the host', async ({ ownDockerd, ownNsview }) => {
  test.setTimeout(180_000);
  const dockerd = await ownDockerd();
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  for (const [name, ...options] of [
    ['other'],
    ['inner', '--internal'],
    ['six', '--ipv6', '--subnet', 'fd00:77::/64'],
  ]) {
    demand(await dockerd.cli('network', 'create', ...options, name ?? ''), 'docker network create');
  }
  const start = (name: string, ...rest: string[]) => dockerd.run('--name', name, ...rest);
  await start('web', '--publish', '8081:80', ...SERVES);
  await start('near', ...SLEEPS);
  await start('joined', '--net', 'container:web', ...SLEEPS);
  await start('far', '--net', 'other', ...SERVES);
  await start('none', '--net', 'none', ...SERVES);
  await start('hosts', '--net', 'host', ...SLEEPS);
  await start('shut', ...SERVES);
  await start('mute', ...SERVES);
  await start('hid', '--net', 'inner', ...SERVES);
  await start('hid2', '--net', 'inner', ...SLEEPS);
  await start('six1', '--net', 'six', ...SERVES);
  await start('six2', '--net', 'six', ...SLEEPS);
  const shut = await dockerd.leader('shut');
  await inNet(shut, 'iptables-nft', '-A', 'INPUT', '-p', 'tcp', '--dport', '80', '-j', 'DROP');
  // Who is asked may not answer.
  const mute = await dockerd.leader('mute');
  await inNet(mute, 'iptables-nft', '-A', 'OUTPUT', '-p', 'tcp', '--sport', '80', '-j', 'DROP');
  for (const name of ['web', 'far', 'none', 'shut', 'mute', 'hid', 'six1']) {
    const pid = await dockerd.leader(name);
    const listens = async () => (await inNet(pid, 'ss', '-Hlnt')).includes(':80');
    await until(`${name} listens`, listens, 10_000);
  }
  await check(dockerd, nsview, [
    { what: 'on one bridge', from: 'near', to: 'web', expected: 'yes' },
    { what: 'nobody listens', from: 'web', to: 'near', expected: 'no' },
    { what: 'another port', from: 'near', to: 'web', port: 81, expected: 'no' },
    { what: 'on two bridges', from: 'far', to: 'web', expected: 'no' },
    { what: 'and back', from: 'near', to: 'far', expected: 'no' },
    { what: 'without a network', from: 'none', to: 'web', expected: 'no' },
    { what: 'to one without', from: 'near', to: 'none', expected: 'no' },
    { what: 'in one network', from: 'joined', to: 'web', expected: 'yes' },
    { what: 'the host’s', from: 'hosts', to: 'web', expected: 'yes' },
    { what: 'the host itself', from: ':host', to: 'far', expected: 'yes' },
    { what: 'a DROP in it', from: 'near', to: 'shut', expected: 'no' },
    { what: 'a DROP of its answers', from: 'near', to: 'mute', expected: 'no' },
    { what: 'internal', from: 'hid2', to: 'hid', expected: 'yes' },
    { what: 'out of internal', from: 'hid2', to: 'web', expected: 'no' },
    { what: 'into internal', from: 'near', to: 'hid', expected: 'no' },
    { what: 'IPv6 as well', from: 'six2', to: 'six1', expected: 'yes' },
    { what: 'published', from: 'near', to: ':host', port: 8081, expected: 'yes' },
    {
      what: 'published, of another network',
      from: 'far',
      to: ':host',
      port: 8081,
      expected: 'yes',
    },
    { what: 'published, by itself', from: 'web', to: ':host', port: 8081, expected: 'yes' },
    { what: 'published, out of internal', from: 'hid2', to: ':host', port: 8081, expected: 'no' },
    { what: 'nothing published', from: 'near', to: ':host', port: 8082, expected: 'no' },
  ]);

  const host = (...command: string[]) => inNet(dockerd.pid, ...command);
  /** Rules of the host's while something is checked. */
  const under = async (rule: string[], pairs: readonly Pair[]) => {
    await host('iptables-nft', '-I', ...rule);
    await check(dockerd, nsview, pairs);
    await host('iptables-nft', '-D', ...rule);
  };
  await under(
    ['FORWARD', '-s', '172.30.0.0/24', '-j', 'DROP'],
    [
      { what: 'a DROP on the host', from: 'near', to: 'web', expected: 'no' },
      { what: 'which is not for the host', from: ':host', to: 'web', expected: 'yes' },
    ],
  );
  await under(
    ['FORWARD', '-p', 'tcp', '-m', 'multiport', '--dports', '79:80', '-j', 'REJECT'],
    [{ what: 'a REJECT of ports', from: 'near', to: 'web', expected: 'no' }],
  );
  await under(
    ['FORWARD', '-m', 'conntrack', '--ctstate', 'ESTABLISHED', '-j', 'DROP'],
    [{ what: 'a DROP of all answers', from: 'near', to: 'web', expected: 'no' }],
  );
  await under(
    ['INPUT', '-p', 'tcp', '--dport', '8081', '-j', 'DROP'],
    [
      { what: 'a DROP before docker-proxy', from: 'far', to: ':host', port: 8081, expected: 'no' },
      { what: 'which is not for the container', from: 'near', to: 'web', expected: 'yes' },
    ],
  );
  await under(
    ['FORWARD', '-m', 'string', '--string', 'x', '--algo', 'bm', '-j', 'DROP'],
    [
      { what: 'a rule of what is said', from: 'near', to: 'web', expected: 'unknown' },
      { what: 'which decides nothing here', from: 'far', to: 'web', expected: 'no' },
    ],
  );
  await check(dockerd, nsview, [
    { what: 'no rule any more', from: 'near', to: 'web', expected: 'yes' },
  ]);
  // What is looked up in sets and maps.
  const nft = (...rules: string[]) =>
    inNet(
      dockerd.pid,
      'nft',
      `table inet own {
        set ports { type inet_service; flags interval; elements = { 70-90, 443 }; }
        map fates { type ipv4_addr . inet_service : verdict; elements = { 192.0.2.1 . 80 : drop }; }
        chain c { type filter hook forward priority 10; ${rules.join('; ')}; }
      }`,
    );
  const noNft = () => inNet(dockerd.pid, 'nft', 'delete table inet own');
  await nft('tcp dport @ports drop');
  await check(dockerd, nsview, [
    { what: 'a set with its port', from: 'near', to: 'web', expected: 'no' },
    { what: 'which is not for the host', from: ':host', to: 'web', expected: 'yes' },
  ]);
  await noNft();
  // The answer goes to the port that somebody calls from, which is any: of it nothing is demanded.
  await nft('ct state new tcp dport { 81, 443 } drop', 'ip saddr . tcp dport vmap @fates');
  await check(dockerd, nsview, [
    { what: 'sets without it', from: 'near', to: 'web', expected: 'yes' },
  ]);
  await noNft();
  await nft('tcp dport vmap { 80 : drop, 81 : accept }');
  await check(dockerd, nsview, [
    { what: 'a map of verdicts', from: 'near', to: 'web', expected: 'no' },
  ]);
});

test('to outside, and from there', async ({ page, ownDockerd, ownNsview }) => {
  test.setTimeout(120_000);
  const dockerd = await ownDockerd();
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  demand(await dockerd.cli('network', 'create', '--internal', 'inner'), 'docker network create');
  await dockerd.run('--name', 'web', '--publish', '8081:80', ...SERVES);
  await dockerd.run('--name', 'quiet', ...SERVES);
  await dockerd.run('--name', 'joined', '--net', 'container:web', ...SLEEPS);
  await dockerd.run('--name', 'hid', '--net', 'inner', ...SLEEPS);
  // Somebody at the other end of the host's only wire.
  const outsider = spawn('unshare', ['-n', 'sleep', '600'], { stdio: 'ignore' });
  const pid = outsider.pid ?? 0;
  let server: ChildProcess | undefined;
  try {
    await until(
      'it has a network of its own',
      () => linksOf(pid).net !== linksOf('self').net,
      5000,
    );
    const peer = ['peer', 'name', 'eth0', 'netns', String(pid)];
    await inNet(dockerd.pid, 'ip', 'link', 'add', 'up0', 'type', 'veth', ...peer);
    for (const [where, device, address] of [
      [dockerd.pid, 'up0', '192.0.2.1/24'],
      [pid, 'eth0', '192.0.2.2/24'],
    ] as const) {
      await inNet(where, 'ip', 'link', 'set', device, 'up');
      await inNet(where, 'ip', 'address', 'add', address, 'dev', device);
    }
    await inNet(dockerd.pid, 'ip', 'route', 'add', 'default', 'via', '192.0.2.2');
    const nc = ['busybox', 'nc', '-ll', '-p', '80', '-e', 'echo', 'hello'];
    server = spawn('nsenter', ['-t', String(pid), '-n', ...nc], { stdio: 'ignore' });
    await until('it listens', async () => (await inNet(pid, 'ss', '-Hlnt')).includes(':80'), 5000);
    await freshSnapshot(nsview);

    const both = async (from: string, to: string, port: number, really: () => Promise<boolean>) => [
      (await verdict(nsview, from, to, port)).verdict,
      (await really()) ? 'yes' : 'no',
    ];
    const out = async (name: string) => answers(await dockerd.leader(name), '192.0.2.2', 80);
    const published = () => answers(pid, '192.0.2.1', 8081);
    expect(await both('web', ':outside', 80, () => out('web'))).toEqual(['yes', 'yes']);
    expect(await both('hid', ':outside', 80, () => out('hid'))).toEqual(['no', 'no']);
    expect(await both(':outside', 'web', 80, published)).toEqual(['yes', 'yes']);
    // It has no port of its own: it is in the network of one that has.
    expect(await both(':outside', 'joined', 80, published)).toEqual(['yes', 'yes']);
    const unpublished = () => answers(pid, '192.0.2.1', 80);
    expect(await both(':outside', 'quiet', 80, unpublished)).toEqual(['no', 'no']);

    const drop = ['FORWARD', '-i', 'up0', '-p', 'tcp', '--dport', '80', '-j', 'DROP'];
    await inNet(dockerd.pid, 'iptables-nft', '-I', ...drop);
    expect(await both(':outside', 'web', 80, published)).toEqual(['no', 'no']);
    // The page says the same of a single container, once it is asked.
    await openNsview(page, nsview, 'select=container:web');
    const shown = page.getByRole('complementary');
    const around = shown.locator('[data-reach]');
    await expect(shown.getByRole('button', { name: 'Work it out' })).toBeVisible();
    await expect(around).toHaveCount(0);
    await shown.getByRole('button', { name: 'Work it out' }).click();
    await shown.getByRole('button', { name: 'tcp:80' }).click();
    const says = (way: string) => shown.locator(`[data-reach="${way}"]`);
    await expect(says(':outside web')).toHaveAttribute('data-verdict', 'no');
    await expect(says(':outside web')).toContainText('drops it');
    await expect(says(':host web')).toHaveAttribute('data-verdict', 'yes');
    await expect(says('web :host')).toHaveAttribute('data-verdict', 'no');
    expect(
      await answers(
        dockerd.pid,
        (await addressesIn(await dockerd.leader('web'), false))[0] ?? '',
        80,
      ),
    ).toBe(true);
    expect(await answers(await dockerd.leader('web'), '172.30.0.1', 80)).toBe(false);
    await expect(page).toHaveURL(/[?&]reach=tcp:80(&|$)/);
    await inNet(dockerd.pid, 'iptables-nft', '-D', ...drop);
    await openNsview(page, nsview, 'select=container:web&reach=tcp:80');
    await expect(says(':outside web')).toHaveAttribute('data-verdict', 'yes');
    await expect(says('web :outside')).toHaveAttribute('data-verdict', 'yes');
    // Whom outside is meant decides: it is not known.
    const some = ['FORWARD', '-s', '192.0.2.2', '-p', 'tcp', '-j', 'DROP'];
    await inNet(dockerd.pid, 'iptables-nft', '-I', ...some);
    expect(await both(':outside', 'web', 80, published)).toEqual(['unknown', 'no']);
    await inNet(dockerd.pid, 'iptables-nft', '-D', ...some);
    await inNet(dockerd.pid, 'sh', '-c', 'echo 0 > /proc/sys/net/ipv4/ip_forward');
    expect(await both('web', ':outside', 80, () => out('web'))).toEqual(['no', 'no']);
  } finally {
    server?.kill('SIGKILL');
    outsider.kill('SIGKILL');
  }
});

test('in the comparison of two, and on the command line', async ({ page, dockerd, nsview }) => {
  demand(await dockerd.cli('network', 'create', 'other'), 'docker network create');
  await dockerd.run('--name', 'c1', ...SLEEPS);
  await dockerd.run('--name', 'api', ...SERVES);
  await dockerd.run('--name', 'far', '--net', 'other', ...SLEEPS);
  const pid = await dockerd.leader('api');
  await until('it listens', async () => (await inNet(pid, 'ss', '-Hlnt')).includes(':80'), 10_000);
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'select=container:c1,container:api');
  const shown = page.getByRole('complementary');
  await shown.getByLabel('port').fill('80');
  const there = shown.locator('[data-reach="c1 api"]');
  await expect(there).toHaveAttribute('data-verdict', 'yes');
  await there.getByText('the way there').click();
  await expect(there.locator('[data-hop="listens"]')).toContainText('nc listens at');
  await expect(shown.locator('[data-reach="api c1"]')).toHaveAttribute('data-verdict', 'no');
  await expect(shown.locator('[data-reach="api c1"]')).toContainText('nobody listens');

  // Who does not see it is told, and of what is no port nothing is told until it is one.
  await expect(there.getByRole('status')).toContainText('yes');
  await shown.getByLabel('port').fill('abc');
  await expect(shown.getByLabel('port')).toHaveAttribute('aria-invalid', 'true');
  await expect(shown.locator('[data-verdict]')).toHaveCount(0);
  await shown.getByLabel('protocol').selectOption('udp');
  await expect(shown.getByLabel('port')).toHaveValue('80');
  await expect(shown.getByLabel('port')).toHaveAttribute('aria-invalid', 'false');
  await shown.getByLabel('port').fill('none');
  await shown.getByLabel('protocol').selectOption('tcp');
  await expect(there).toHaveAttribute('data-verdict', 'yes');

  // The address has what was asked, and the lens of networks answers the same.
  await expect(page).toHaveURL(/[?&]reach=tcp:80(&|$)/);
  await openNsview(
    page,
    nsview,
    'view=lens&lens=net&reach=tcp:80&select=container:c1,container:api',
  );
  const strip = page.getByRole('listbox').locator('[data-reach="api c1"]');
  await expect(strip).toHaveAttribute('data-verdict', 'no', { timeout: 20_000 });
  await expect(strip).toContainText('nobody listens');
  await expect(shown.getByLabel('port')).toHaveValue('80');

  const command = (...args: string[]) =>
    run(process.execPath, [PROGRAM, 'reach', ...args, '--docker', dockerd.endpoint]);
  const yes = await command('c1', 'api', '--port', '80');
  expect(yes.code).toBe(0);
  expect(yes.stdout).toContain('c1 reaches api at tcp port 80.');
  expect(yes.stdout).toContain('-> api: nc listens at');
  const no = await command('far', 'api', '--json');
  expect(no.code).toBe(1);
  expect(JSON.parse(no.stdout)).toMatchObject({
    verdict: 'no',
    changes: [{ code: 'join-network' }, {}],
  });
  expect((await command('c1', 'nobody')).code).toBe(2);
  expect((await command('c1')).code).toBe(2);
});

test('a recording has no answers, and says so', async ({ page, nsview }) => {
  const at = 'recording=compose&at=34&view=lens&lens=net&reach=tcp';
  await openNsview(page, nsview, `${at}&select=container:web,container:db`);
  const strip = page.getByRole('listbox').locator('[data-reach="web db"]');
  await expect(strip).toContainText('it was not recorded', { timeout: 20_000 });
  const shown = page.getByRole('complementary');
  await expect(shown.locator('[data-reach="db web"]')).toContainText('it was not recorded');
  await openNsview(page, nsview, `${at}&select=container:web`);
  await expect(shown.locator('[data-reach=":outside web"]')).toContainText('it was not recorded');
  await expect(page.locator('[data-verdict]')).toHaveCount(0);
});
