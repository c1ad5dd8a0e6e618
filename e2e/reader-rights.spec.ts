import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { snapshotOf } from './harness/api';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import type { Nsview, NsviewOptions } from './harness/nsview';
import { until } from './harness/until';

const said = z.array(z.string());

/** A server whose reader in a container reads; @returns that container's id */
async function startedReader(
  dockerd: Dockerd,
  ownNsview: (options: NsviewOptions) => Promise<Nsview>,
  more: readonly string[],
): Promise<string> {
  const args = ['--reader', 'container', ...more];
  const nsview = await ownNsview({ docker: dockerd.endpoint, args });
  const reads = async () => (await snapshotOf(nsview)).host.reader === 'container';
  await until('the reader in a container reads', reads, 20_000, 100);
  const listed = await dockerd.cli('ps', '-q', '--filter', 'label=nsview.role=reader');
  return demand(listed, 'docker ps').trim();
}

/** What a script prints as JSON in the reader's container, started as it was: only the program is another. */
async function sayIn(dockerd: Dockerd, reader: string, script: string): Promise<string[]> {
  const entry = await dockerd.cli('inspect', '--format', '{{json .Config.Entrypoint}}', reader);
  const start = said.parse(JSON.parse(demand(entry, 'docker inspect'))).slice(0, -1);
  const done = await dockerd.cli('exec', reader, ...start, '-e', script);
  return said.parse(JSON.parse(demand(done, 'docker exec')));
}

for (const [name, args, capabilities, refused] of [
  // DAC_READ_SEARCH (2) and SYS_PTRACE (19), and nothing else that it could ever get.
  ['the reader', [], '0000000000080004', ['EACCES', 'EACCES', 'EACCES', 'EACCES', 'EPERM']],
  // SYS_ADMIN (21) as well: the calls that change files are kept from it altogether.
  [
    'the reader that enters',
    ['--may-enter'],
    '0000000000280004',
    ['EACCES', 'EACCES', 'EPERM', 'EPERM', 'EPERM'],
  ],
] as const) {
  test(`${name} may read what root may, and write nothing`, async ({ dockerd, ownNsview }) => {
    const reader = await startedReader(dockerd, ownNsview, args);
    const status = readFileSync(`/proc/${await dockerd.leader(reader)}/status`, 'utf8');
    const field = (key: string) => new RegExp(`^${key}:\\t(.*)$`, 'm').exec(status)?.[1];
    expect({
      uid: field('Uid'),
      noNewPrivs: field('NoNewPrivs'),
      seccomp: field('Seccomp'),
    }).toEqual({ uid: '65534\t65534\t65534\t65534', noNewPrivs: '1', seccomp: '2' });
    for (const set of ['CapEff', 'CapPrm', 'CapInh', 'CapBnd', 'CapAmb']) {
      expect(field(set), set).toBe(capabilities);
    }

    const folder = mkdtempSync(join(tmpdir(), 'nsv-written-'));
    writeFileSync(join(folder, 'secret'), 'root’s own', { mode: 0o600 });
    try {
      const script = `
        const { chmodSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } = require('fs');
        const at = '/proc/${process.pid}/root${folder}/';
        const said = (act) => { try { return String(act()); } catch (error) { return error.code; } };
        console.log(JSON.stringify([
          () => readFileSync(at + 'secret', 'utf8'),
          () => writeFileSync(at + 'secret', 'x'),
          () => writeFileSync(at + 'new', 'x'),
          () => mkdirSync(at + 'folder'),
          () => unlinkSync(at + 'secret'),
          () => chmodSync(at + 'secret', 0o666),
        ].map(said)));`;
      const [read, ...written] = await sayIn(dockerd, reader, script);
      expect(read).toBe('root’s own');
      expect(written).toEqual(refused);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test('the reader that enters may enter, and nothing else that its capability is for', async ({
  dockerd,
  ownNsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  const reader = await startedReader(dockerd, ownNsview, ['--may-enter']);
  // Straight to the kernel: what Node or the C library would refuse by themselves proves nothing.
  const script = `
    const { openSync } = require('fs');
    const koffi = require('/nsview/node_modules/koffi');
    const syscall = koffi.load(null).func('long syscall(long n, long a, long b, const void *c, long d, long e)');
    const numbers = process.arch === 'arm64'
      ? { setns: 268, unshare: 97, mount: 40, sethostname: 161, socket: 198, ioctl: 29, chroot: 51, shmget: 194 }
      : { setns: 308, unshare: 272, mount: 165, sethostname: 170, socket: 41, ioctl: 16, chroot: 161, shmget: 29 };
    const call = (name, a = 0, b = 0, c = null, d = 0, e = 0) =>
      syscall(numbers[name], a, b, c, d, e) >= 0 ? 'done' : koffi.os.errno[koffi.errno()] ?? koffi.errno();
    const errno = Object.fromEntries(Object.entries(koffi.os.errno).map(([name, number]) => [number, name]));
    const tell = (result) => String(errno[koffi.errno()] && result !== 'done' ? errno[koffi.errno()] : result);
    const at = (type) => openSync('/proc/${leader}/ns/' + type, 'r');
    console.log(JSON.stringify([
      () => call('setns', at('net'), 0x40000000),
      () => call('socket', 16, 3, null),
      () => call('setns', at('uts'), 0x04000000),
      // In there it would be the container's name that changes.
      () => call('sethostname', 0, 0),
      () => call('setns', at('mnt'), 0x00020000),
      () => call('setns', at('pid'), 0x20000000),
      () => call('setns', at('net'), 0),
      () => call('unshare', 0x00020000),
      () => call('unshare', 0x10000000),
      () => call('mount', 0, 0, null, 0x1000),
      () => call('chroot', 0),
      () => call('socket', 2, 1),
      () => call('socket', 1, 1),
      () => call('ioctl', 0, 0x5412),
      () => call('shmget', 0, 4096),
    ].map((act) => tell(act()))));`;
  const done = ['done', 'done', 'done'];
  const told = await sayIn(dockerd, reader, script);
  expect(told).toEqual([...done, ...Array.from({ length: 12 }, () => 'EPERM')]);
});
