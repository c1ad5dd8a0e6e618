import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2 } from 'node:http2';
import { connect, type Server } from 'node:net';

/** Stands before the socket of an engine, hands on all that comes, and writes down what is asked. */
export interface AskedOf {
  /** As it came, without parameters: `GET /info`, `/service/Call`. */
  asked: Set<string>;
  close: () => Promise<void>;
}

/** For an engine that speaks HTTP. @param path where it listens in front of the socket */
export async function askedOfHttp(path: string, socket: string): Promise<AskedOf> {
  const asked = new Set<string>();
  const server = createServer((question, answer) => {
    const { method = '', url = '', headers } = question;
    asked.add(`${method} ${url.split('?')[0] ?? ''}`);
    const handed = request({ socketPath: socket, method, path: url, headers, agent: false });
    handed.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      // A stream of events has begun before there is one.
      answer.flushHeaders();
      response.pipe(answer);
    });
    // Either end may go at any moment, as without us.
    handed.on('error', () => answer.destroy());
    answer.on('close', () => handed.destroy());
    question.pipe(handed);
  });
  const close = () => {
    server.closeAllConnections();
    return ended(server);
  };
  server.listen(path);
  await once(server, 'listening');
  return { asked, close };
}

/** The same for gRPC. */
export async function askedOfGrpc(path: string, socket: string): Promise<AskedOf> {
  const asked = new Set<string>();
  const engine = connectHttp2('http://localhost', { createConnection: () => connect(socket) });
  engine.on('error', () => undefined);
  const server = createHttp2();
  const sessions = new Set<{ destroy: () => void }>();
  server.on('session', (session) => sessions.add(session));
  server.on('stream', (stream, headers) => {
    asked.add(headers[':path'] ?? '');
    const handed = engine.request(headers);
    handed.on('response', (told) => {
      stream.respond(told, { waitForTrailers: true });
      handed.pipe(stream);
    });
    let trailers = {};
    handed.on('trailers', (told) => (trailers = told));
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    handed.on('error', () => stream.destroy());
    stream.on('error', () => handed.destroy());
    stream.on('close', () => handed.destroy());
    stream.pipe(handed);
  });
  server.listen(path);
  await once(server, 'listening');
  const close = async () => {
    for (const session of sessions) session.destroy();
    engine.destroy();
    await ended(server);
  };
  return { asked, close };
}

async function ended(server: Pick<Server, 'close'>): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
