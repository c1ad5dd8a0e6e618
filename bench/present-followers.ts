import { io, type Socket } from 'socket.io-client';
import { FIRST_HELLO } from './first-hello';

/*
 * Browsers that follow, in a process of their own: `present-followers LINK HOW-MANY`. Tells when all have come, and of
 * each change when each of them had it, as `process.hrtime` does, which is the same clock for all processes. What is sent to
 * it is a vote that all of them give.
 */

const [link = '', many = ''] = process.argv.slice(2);
const { origin } = new URL(link);
const sockets: Socket[] = [];
let come = 0;
let heard: string[] = [];

for (let nth = 0; nth < Number(many); nth += 1) {
  const answer = await fetch(link, { redirect: 'manual' });
  const Cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = io(origin, {
    ...{ transports: ['websocket'], forceNew: true },
    extraHeaders: { Origin: origin, Cookie },
  });
  sockets.push(socket);
  let isHere = false;
  socket.on('connect', () => socket.emit('hello', FIRST_HELLO));
  socket.on('welcome', () => {
    isHere = true;
    come += 1;
    if (come === Number(many)) process.send?.('come');
  });
  // The first one is what was shown before.
  socket.on('led', () => {
    if (!isHere) return;
    heard.push(String(process.hrtime.bigint()));
    if (heard.length < Number(many)) return;
    process.send?.(heard);
    heard = [];
  });
}
process.on('message', (vote) => {
  for (const socket of sockets) socket.emit('vote', vote);
});
process.on('disconnect', () => process.exit(0));
