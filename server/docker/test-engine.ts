import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { once } from 'node:events';

/** Answers one request in a way that a real daemon cannot be made to. */
export type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void;

export const misbehaviours = {
  hangs: () => undefined,
  closesAtOnce: (request) => request.socket.destroy(),
  halfAnAnswer: (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"Id": "half', () => response.socket?.destroy());
  },
  halfAnAnswerThenNothing: (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"Id": "half');
  },
  notJson: (_request, response) => response.end('<html>hello</html>'),
  emptyAnswer: (_request, response) => response.end(),
  otherJson: (_request, response) => response.end('"a text"'),
  notHttp: (request) => request.socket.end('220 smtp ready\r\n'),
  forbids: (_request, response) => {
    response.statusCode = 403;
    response.end('<html><body>403 Forbidden</body></html>');
  },
  serverError: (_request, response) => {
    response.statusCode = 500;
    response.end('{"message":"the disk is on fire"}');
  },
  redirects: (_request, response) => {
    response.writeHead(302, { location: 'ftp://elsewhere.invalid/' });
    response.end();
  },
} satisfies Record<string, Misbehaviour>;

/**
 * Enough of a Docker engine on a unix socket to be asked and to misbehave. What a real daemon can be
 * made to do is tested with one.
 */
export class TestEngine {
  /** `GET /_ping`, in the order they came. */
  readonly requests: string[] = [];
  readonly sockets = new Set<Socket>();
  /** Id → what inspecting it answers. */
  readonly containers = new Map<string, object>();
  /** Id → what Podman tells of it; null: it is no Podman. */
  podman: Map<string, object> | null = null;
  /** What begins like the key (`/_ping`) is answered by the value. */
  readonly misbehaves = new Map<string, Misbehaviour>();
  private readonly streams = new Set<ServerResponse>();
  private readonly server = createServer((request, response) => {
    this.requests.push(`${request.method} ${request.url}`);
    this.answer(request, response);
  });

  private constructor(readonly path: string) {
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  /** Listens at `path`; whatever lay there is replaced. */
  static async listen(path: string): Promise<TestEngine> {
    rmSync(path, { force: true });
    const engine = new TestEngine(path);
    engine.server.listen(path);
    await once(engine.server, 'listening');
    return engine;
  }

  add(name: string, state: 'created' | 'running' | 'exited', pid = 0): void {
    this.containers.set(name, {
      Id: name,
      Name: `/${name}`,
      Path: 'sleep',
      Args: ['1d'],
      State: { Status: state, Pid: pid, StartedAt: '2026-11-23T17:26:52.344537537Z' },
      Config: { Image: 'ubuntu', Labels: {} },
    });
  }

  /** Sends an event to all who listen; returns how many do. */
  emit(action: string, id: string): number {
    return this.send(
      `${JSON.stringify({ Type: 'container', Action: action, Actor: { ID: id }, timeNano: 7 })}\n`,
    );
  }

  /** Sends `text` as it is. */
  send(text: string): number {
    for (const stream of this.streams) stream.write(text);
    return this.streams.size;
  }

  /** Stops as a killed daemon does: in the middle of whatever it was saying. */
  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    const odd = [...this.misbehaves].find(([path]) => url.startsWith(path));
    if (odd) {
      odd[1](request, response);
      return;
    }
    this.answerWell(request, response);
  }

  /** As an engine does that does not misbehave. */
  answerWell(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    const id = /^\/containers\/([^/]+)\/json/.exec(url)?.[1];
    if (this.podman !== null) response.setHeader('Libpod-Api-Version', '4.3.1');
    if (url === '/_ping') response.end('OK');
    else if (url.startsWith('/v4.0.0/libpod/containers/json?'))
      response.end(JSON.stringify(this.told(url)));
    else if (url === '/version') response.end('{"Version":"1.2.3","ApiVersion":"1.41"}');
    else if (url === '/info') response.end('{"OperatingSystem":"Test","SecurityOptions":[]}');
    else if (url.startsWith('/containers/json')) response.end(JSON.stringify(this.list()));
    else if (url === '/volumes/v1') response.end('{"Driver":"local","Options":null}');
    else if (url === '/images/json') response.end('[]');
    else if (url === '/images/i1/json') response.end('{"Id":"i1"}');
    else if (url === '/images/i1/history') response.end('[]');
    else if (url.startsWith('/events')) this.stream(response);
    else if (id !== undefined) this.inspect(decodeURIComponent(id), response);
    else response.writeHead(404).end('page not found');
  }

  /** Of all, or of the one that is asked for. */
  private told(url: string): object[] {
    const filters = new URL(url, 'http://engine').searchParams.get('filters');
    return [...(this.podman ?? [])]
      .filter(([id]) => filters === null || filters.includes(`"${id}"`))
      .map(([Id, word]) => ({ Id, ...word }));
  }

  private list(): object[] {
    return [...this.containers.entries()].map(([id, container]) => ({
      Id: id,
      Names: [`/${id}`],
      Image: 'ubuntu',
      State: JSON.stringify(container).includes('"Status":"running"') ? 'running' : 'exited',
    }));
  }

  private stream(response: ServerResponse): void {
    response.flushHeaders();
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
  }

  private inspect(id: string, response: ServerResponse): void {
    const container = this.containers.get(id);
    if (container) response.end(JSON.stringify(container));
    else response.writeHead(404).end(`{"message":"No such container: ${id}"}`);
  }
}
