import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Nsview } from '../e2e/harness/nsview';
import { FIRST_HELLO } from './first-hello';
import type { Report } from './report';

/** Longer than the 25 s between two pings of the websocket, so that they count. */
const SECONDS = 30;
/** The first search for what else holds namespaces follows a full scan, and its finds are news. */
const UNTIL_SEARCHED = 10_000;
/** How often a viewer without deltas would have to ask for everything. */
const POLL_SECONDS = 5;

/** `wire.idle`: what one viewer is sent while nothing changes, counted on the wire. */
export async function benchWireIdle(nsview: Nsview, report: Report): Promise<void> {
  const { host, port } = new URL(nsview.url);
  let received = 0;
  const relay = createServer((viewer) => {
    const server = connect(Number(port), '127.0.0.1');
    server.on('data', (chunk) => {
      received += chunk.length;
    });
    viewer.pipe(server).pipe(viewer);
    viewer.on('error', () => server.destroy());
    server.on('error', () => viewer.destroy());
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const { port: relayPort } = relay.address() as AddressInfo;
  const socket = io(`http://127.0.0.1:${relayPort}`, {
    transports: ['websocket'],
    extraHeaders: { Host: host, Origin: nsview.url },
  });
  try {
    const snapshot = await new Promise<unknown>((resolve, reject) => {
      socket.on('connect', () => {
        socket.emit('hello', FIRST_HELLO);
      });
      socket.on('snapshot', resolve);
      socket.on('connect_error', reject);
    });
    await delay(UNTIL_SEARCHED);
    const before = received;
    await delay(SECONDS * 1000);
    const whole = Buffer.byteLength(JSON.stringify(snapshot));
    report({
      name: 'wire.idle',
      value: (received - before) / SECONDS,
      unit: 'B/s',
      baseline: {
        name: `whole snapshot every ${POLL_SECONDS} s`,
        value: whole / POLL_SECONDS,
        unit: 'B/s',
      },
      n: SECONDS,
    });
  } finally {
    socket.disconnect();
    relay.close();
  }
}
