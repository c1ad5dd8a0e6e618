/*
 * Sends one request as whoever runs this, and prints {status, headers, body} as JSON.
 * Arguments: the URL, its headers as JSON, the address to connect to instead of the URL's.
 */
import { request } from 'node:http';

const [url = '', headers = '{}', address] = process.argv.slice(-3);
const { port, hostname } = new URL(url);
const path = url.slice(url.indexOf('/', 'http://'.length));
const host = address === '' ? hostname.replace(/[[\]]/g, '') : address;
const asked = request({ host, port, path, headers: JSON.parse(headers), agent: false });
/** @param {import('node:http').IncomingMessage} response @param {string} body */
const print = (response, body) => {
  const { statusCode: status, headers } = response;
  process.stdout.write(JSON.stringify({ status, headers, body }));
};
asked.on('upgrade', (response, socket) => {
  socket.destroy();
  print(response, '');
});
asked.on('response', (response) => {
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (part) => (body += part));
  response.on('end', () => print(response, body));
});
asked.end();
