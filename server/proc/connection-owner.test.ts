import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOwnerOf, type OwnerOf } from './connection-owner';
import { ProcRoot } from './read';

/* The accounts are root and uid 12345, which needs no name: only root can become it. */
const OTHER = 12345;
const root = process.getuid?.() === 0;

/** Connects, then does as it is told by its input's end: hangs up. */
const CLIENT = `
  const [address, port, family] = process.argv.slice(1);
  const socket = require('net').connect({ host: address, port: Number(port) });
  socket.on('connect', () => socket.write(String(process.pid)));
  process.stdin.on('end', () => socket.end()).resume();
`;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A connection of a program of this account's, as the server has it. */
async function connected(listen: string, address: string, uid: number) {
  const server = createServer({ allowHalfOpen: true }).listen(0, listen);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client: ChildProcess = spawn(
    'setpriv',
    [
      ...[`--reuid=${String(uid)}`, `--regid=${String(uid)}`, '--clear-groups'],
      ...['--pdeathsig', 'TERM', process.execPath, '-e', CLIENT, address, String(port)],
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const [socket] = (await once(server, 'connection')) as [Socket];
  ends.push(() => {
    client.kill();
    socket.destroy();
    server.close();
  });
  await once(socket, 'data');
  return { socket, client };
}

const HEADING =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';

/** A /proc of these files alone. */
function procWith(files: Record<string, string>): ProcRoot {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-proc-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  for (const part of ['net', 'self']) mkdirSync(join(folder, part));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return new ProcRoot(folder);
}

const WAYS: readonly [string, () => OwnerOf | null][] = [
  // Its tables have nobody: whatever is told was answered.
  ['asked of the kernel', () => createOwnerOf(procWith({ 'net/tcp': HEADING }))],
  ['read from its tables', () => createOwnerOf(new ProcRoot('/proc'), null)],
];

describe.skipIf(!root).each(WAYS)('whose connection, %s', (_, create) => {
  let ownerOf: OwnerOf | null = null;
  beforeEach(() => {
    ownerOf = create();
  });

  it.each([
    ['IPv4', '127.0.0.1', '127.0.0.1'],
    ['another address of this machine alone', '127.0.0.2', '127.0.0.2'],
    ['IPv6', '::1', '::1'],
    ['IPv4 to a server of IPv6', '::', '127.0.0.1'],
    ['IPv4 mapped by the program', '127.0.0.1', '::ffff:127.0.0.1'],
    ['IPv4 mapped at both ends', '::', '::ffff:127.0.0.1'],
  ])('%s', async (_name, listen, address) => {
    for (const uid of [OTHER, 0]) {
      const { socket } = await connected(listen, address, uid);
      expect(ownerOf?.(socket)).toBe(uid);
      // Not the other end: that one is ours.
      const turned = {
        localAddress: socket.remoteAddress,
        localPort: socket.remotePort,
        remoteAddress: socket.localAddress,
        remotePort: socket.localPort,
      };
      expect(ownerOf?.(turned)).toBe(0);
    }
  });

  it('one who has hung up is nobody, and not root', async () => {
    const { socket, client } = await connected('127.0.0.1', '127.0.0.1', OTHER);
    const { localAddress, localPort, remoteAddress, remotePort } = socket;
    const told = { localAddress, localPort, remoteAddress, remotePort };
    socket.resume();
    const over = once(socket, 'end');
    client.stdin?.end();
    await over;
    expect(ownerOf?.(told)).toBeNull();
    const gone = once(client, 'exit');
    client.kill();
    await gone;
    expect(ownerOf?.(told)).toBeNull();
  });

  it('what is no connection here', () => {
    const here = { localAddress: '127.0.0.1', localPort: 1 };
    expect(ownerOf?.({ ...here, remoteAddress: '127.0.0.1', remotePort: 1 })).toBeNull();
    expect(ownerOf?.({ ...here, remoteAddress: '192.0.2.1', remotePort: 9 })).toBeNull();
    expect(ownerOf?.({ ...here, remoteAddress: undefined, remotePort: 9 })).toBeNull();
    expect(ownerOf?.({})).toBeNull();
  });
});

describe('a /proc that keeps things back', () => {
  const row = (uid: number) =>
    `   0: 0100007F:1000 0100007F:2000 01 00000000:00000000 00:00000000 00000000 ${String(uid)} 0 1 1\n`;
  const CONNECTION = {
    localAddress: '127.0.0.1',
    localPort: 0x2000,
    remoteAddress: '127.0.0.1',
    remotePort: 0x1000,
  };

  it('one whom the kernel does not know is not looked for in its tables, once it has told one', () => {
    const proc = procWith({ 'net/tcp': HEADING + row(1000), 'self/uid_map': '0 0 4294967295\n' });
    let known: number | null = null;
    const ownerOf = createOwnerOf(proc, () => known);
    expect(ownerOf?.(CONNECTION), 'it may be unable to tell').toBe(1000);
    known = 12345;
    expect(ownerOf?.(CONNECTION)).toBe(12345);
    known = null;
    expect(ownerOf?.(CONNECTION)).toBeNull();
  });

  it('without the table nothing is told', () => {
    expect(createOwnerOf(procWith({}), null)).toBeNull();
    const strange = createOwnerOf(procWith({ 'net/tcp': 'what is this\n' }), null);
    expect(strange?.(CONNECTION)).toBeNull();
  });

  it.each([
    ['of the first user namespace', '0 0 4294967295\n', 65534, 65534],
    ['of another one', '0 100000 65536\n', 65534, null],
    ['that is not told', '', 65534, null],
    ['of another one, and an account that it has', '0 100000 65536\n', 1000, 1000],
  ])('uid 65534 with the map %s', (_, map, uid, expected) => {
    const proc = procWith({ 'net/tcp': HEADING + row(uid), 'self/uid_map': map });
    expect(createOwnerOf(proc, null)?.(CONNECTION)).toBe(expected);
  });
});
