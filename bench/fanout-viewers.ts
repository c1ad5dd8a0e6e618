import { io } from 'socket.io-client';
import { FIRST_HELLO } from './first-hello';

/*
 * Viewers in a process of their own, so that what they cost is not counted with the server's:
 * `fanout-viewers URL HOW-MANY`. Tells when all have come, and each time all have heard of a change.
 */

const [url = '', many = ''] = process.argv.slice(2);
let come = 0;
let heard = 0;

for (let nth = 0; nth < Number(many); nth += 1) {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  socket.on('connect', () => socket.emit('hello', FIRST_HELLO));
  socket.on('welcome', () => {
    come += 1;
    if (come === Number(many)) process.send?.('come');
  });
  socket.on('delta', () => {
    heard += 1;
    if (heard % Number(many) === 0) process.send?.('heard');
  });
}
process.on('disconnect', () => process.exit(0));
