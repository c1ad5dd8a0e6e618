import { get, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Address } from '../engine/endpoint';
import { EngineError, toEngineError } from '../engine/engine-error';
import { holdSocket } from '../engine/held-socket';

/** No answer that nsview asks for comes near this. */
const MAX_BODY_CHARACTERS = 64 * 1024 * 1024;
const MAX_MESSAGE_CHARACTERS = 300;

/** What dockerode asks its transport for. */
export interface DialRequest {
  path: string;
  method: string;
  options?: object;
  isStream?: boolean;
}

/** A stream for streams, else the body as text. */
type DialCallback = (error: EngineError | null, answer: IncomingMessage | string | null) => void;

/**
 * The transport under dockerode, in place of its own. It sends nothing but GET, connects to the one
 * address it was given whatever DOCKER_HOST says, follows no redirect, always settles (within the
 * deadline; at once when the daemon dies in mid-answer), and pins no API version. A connection
 * serves one request, so that a socket taken over by another daemon is noticed.
 */
export class ReadOnlyTransport {
  private readonly open = new Set<ClientRequest>();
  private closed = false;

  /**
   * @param deadlineMs for the whole answer; of a stream, for its beginning
   * @param onHeaders told those of each answer
   */
  constructor(
    private readonly address: Address,
    private readonly deadlineMs: number,
    private readonly onHeaders: (headers: IncomingHttpHeaders) => void = () => undefined,
  ) {}

  dial(request: DialRequest, callback: DialCallback): void {
    if (request.method !== 'GET') {
      callback(new EngineError('protocol', `${request.method} is not for a reader`), null);
      return;
    }
    if (this.closed) {
      callback(new EngineError('absent', 'closed'), null);
      return;
    }
    try {
      this.send(pathWithQuery(request), request.isStream === true, callback);
    } catch (cause) {
      callback(toEngineError(cause), null); // Node refuses some addresses and paths before it connects.
    }
  }

  /** Ends all that is under way; later calls fail. */
  close(): void {
    this.closed = true;
    for (const request of this.open) request.destroy();
  }

  private send(path: string, isStream: boolean, callback: DialCallback): void {
    let settled = false;
    const settle = (error: EngineError | null, answer: IncomingMessage | string | null) => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      callback(error, answer);
    };
    const fail = (cause: unknown) => {
      settle(toEngineError(cause), null);
    };
    const { target, close } = this.way();
    const request = get({ ...target, path, agent: false });
    const deadline = setTimeout(() => {
      settle(new EngineError('hanging', `no answer within ${this.deadlineMs} ms`), null);
      request.destroy();
    }, this.deadlineMs);
    this.open.add(request);
    request.on('error', fail);
    request.on('close', () => {
      close();
      this.open.delete(request);
      settle(new EngineError('protocol', 'the connection was closed before an answer'), null);
    });
    request.on('response', (response) => {
      this.onHeaders(response.headers);
      if (isStream && response.statusCode === 200) settle(null, response);
      else readBody(response, settle);
    });
  }

  /** What Node connects to, and what lets go of it. @throws what keeps us from the socket */
  private way() {
    const { address } = this;
    if (address.kind === 'tcp') {
      return { target: { host: address.host, port: address.port }, close: () => undefined };
    }
    const { path, close } = holdSocket(address);
    return { target: { socketPath: path }, close };
  }
}

function readBody(response: IncomingMessage, settle: DialCallback): void {
  const status = response.statusCode ?? 0;
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    body += chunk;
    if (body.length <= MAX_BODY_CHARACTERS) return;
    settle(new EngineError('protocol', 'an answer without end'), null);
    response.destroy();
  });
  response.on('end', () => {
    if (status === 200) settle(null, body);
    else settle(new EngineError('http', errorMessage(status, body), status), null);
  });
  response.on('error', () => {
    settle(
      new EngineError('protocol', 'the connection was closed in the middle of an answer'),
      null,
    );
  });
}

/** Docker's errors are `{"message": "…"}`; what else answers may say anything. */
function errorMessage(status: number, body: string): string {
  const said = /"message"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  const text = said === undefined ? body.trim() : said.slice(1, -1);
  return `HTTP ${status}${text === '' ? '' : `: ${text.slice(0, MAX_MESSAGE_CHARACTERS)}`}`;
}

/** dockerode marks paths that take a query with a question mark at their end. */
function pathWithQuery({ path, options }: DialRequest): string {
  if (!path.endsWith('?')) return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options ?? {})) {
    query.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return query.size === 0 ? path.slice(0, -1) : path + query.toString();
}
