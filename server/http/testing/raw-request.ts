import { connect } from 'node:net';

/** Targets of a request, as bytes, that no part of nsview has an answer to: each is refused with 400. */
export const BROKEN_TARGETS: readonly [name: string, target: string][] = [
  ['two slashes', '//'],
  ['two slashes and a name', '//evil.example'],
  ['a slash and a backslash', '/\\'],
  ['a backslash and a name', '/\\evil.example'],
  ['a scheme alone', 'http:'],
  ['a whole address', 'http://evil.example/'],
  ['a bracket that is not closed', '//['],
  ['a percent sign alone', '/%'],
  ['bytes that are no UTF-8', '/%ff'],
  ['dots that leave two slashes', '/.//evil.example'],
  ['dots in disguise', '/%2e//evil.example'],
  ['a step back to two slashes', '/a/..//evil.example'],
  ['64 KiB', `/${'a'.repeat(64 * 1024)}`],
  ['64 KiB of query', `/?${'a'.repeat(64 * 1024)}`],
  ['NUL', '/\0'],
  ['NUL, encoded', '/%00'],
  ['an asterisk', '*'],
  ['a name alone', 'evil.example'],
];

/** What a page's script is sent with when it asks for a websocket. */
export const WEBSOCKET: Readonly<Record<string, string>> = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/**
 * Sends these bytes as a request, which no client of HTTP would do.
 *
 * @returns all that came back until the server closed the connection
 * @throws when it has not done so within five seconds
 */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.setTimeout(5000, () => {
      socket.destroy(new Error(`not closed; came so far: ${JSON.stringify(answer)}`));
    });
    socket.on('data', (part: Buffer) => (answer += part.toString('latin1')));
    // A server that refuses closes before it has read what is still on its way.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (answer === '' || error.code !== 'ECONNRESET') reject(error);
    });
    socket.on('close', () => resolve(answer));
  });
}

/** A GET for exactly this target. */
export function rawGet(target: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
