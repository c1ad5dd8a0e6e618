import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { LineError, openLine } from './line';
import { newUserKey } from './user-key';

const credentials = { host: 'vm-01', seed: newUserKey().seed, jwt: null, authority: null };

const close: (() => void)[] = [];
afterEach(() => {
  for (const each of close.splice(0)) each();
});

/** A server that does this with who connects. @returns where it is */
async function serverThat(does: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    // Who hangs up in the middle of a handshake does it by a reset.
    socket.on('error', () => undefined);
    does(socket);
  }).listen(0, '127.0.0.1');
  close.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens at no port');
  return `tls://127.0.0.1:${address.port}`;
}

async function problemOf(to: string | readonly string[]): Promise<string> {
  try {
    await openLine({ to, credentials });
    return 'none';
  } catch (error) {
    return error instanceof LineError ? error.problem : String(error);
  }
}

const INFO = { server_id: 'x', version: '2.9.10', proto: 1, headers: true, max_payload: 1024 };
const info = (more: object) => `INFO ${JSON.stringify({ ...INFO, ...more })}\r\n`;

describe('there is no line', () => {
  it('where nobody listens', async () => {
    const to = await serverThat(() => undefined);
    for (const each of close.splice(0)) each();
    expect(await problemOf(to)).toBe('unreachable');
  });

  it('where there is no such name', async () => {
    expect(await problemOf('tls://no-such-name.invalid:4222')).toBe('unreachable');
  });

  it('where somebody hangs, for more than a second', async () => {
    const to = await serverThat(() => undefined);
    const since = performance.now();
    expect(await problemOf(to)).toBe('unreachable');
    expect(performance.now() - since).toBeGreaterThan(900);
  });

  it('where somebody hangs up', async () => {
    expect(await problemOf(await serverThat((socket) => socket.end()))).not.toBe('none');
  });

  it('where something else answers', async () => {
    const to = await serverThat((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await problemOf(to)).toBe('other');
  });

  it('where nothing is encrypted, and nothing is told there', async () => {
    let told = '';
    const to = await serverThat((socket) => {
      socket.on('data', (part: Buffer) => (told += part.toString()));
      socket.write(info({}));
    });
    expect(await problemOf(to)).toBe('plain');
    expect(told).toBe('');
  });

  it('where none of several answers', async () => {
    const silent = await serverThat(() => undefined);
    expect(await problemOf([silent, 'tls://no-such-name.invalid:4222'])).toBe('unreachable');
  });

  it('where it is given up, at once or meanwhile', async () => {
    const to = await serverThat(() => undefined);
    await expect(openLine({ to, credentials, signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/,
    );
    const given = AbortSignal.timeout(50);
    await expect(openLine({ to, credentials, signal: given })).rejects.toThrow(/timeout/);
  });
});
