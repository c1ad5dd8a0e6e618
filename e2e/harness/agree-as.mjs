/*
 * Agrees to the reader in a container as whoever runs this: with the frames of a websocket alone, for
 * no package can be counted on to be readable by everybody. Prints "agreed" or why it could not.
 * Arguments: the server's URL; as JSON the websocket's options (Node's have headers), the message `hello`
 * and what is said to the offer; the event by which: `reader` or `enter`.
 */
const [url = '', options = '', hello = '', agree = '', to = ''] = process.argv.slice(-5);
const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
const socket = new WebSocket(address, JSON.parse(options));
/** @param {string} said */
const end = (said) => {
  process.stdout.write(said);
  process.exit();
};
socket.addEventListener('error', () => end('refused'));
socket.addEventListener('close', () => end('closed'));
socket.addEventListener('message', ({ data }) => {
  // Engine.IO: 0 open, 2 ping; Socket.IO in its messages (4): 0 connect, 2 event.
  if (data.startsWith('0')) socket.send('40');
  else if (data === '2') socket.send('3');
  else if (data.startsWith('40')) socket.send(`42["hello",${hello}]`);
  else if (data.startsWith('42["reader"') && data.includes('"state":"offered"')) {
    socket.send(`42["${to}",${agree}]`);
    setTimeout(() => end('agreed'), 500);
  }
});
