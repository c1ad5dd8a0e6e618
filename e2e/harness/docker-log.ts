import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { until } from './until';

/** A call that may change something, as it came and as it was answered. */
export interface DockerCall {
  method: string;
  /** Without the version of the API. */
  path: string;
  body: unknown;
  answer: unknown;
}

/** What was made goes by its id; a volume by its name. */
const madeSchema = z.union([z.object({ Id: z.string() }), z.object({ Name: z.string() })]);
const labelsSchema = z.object({ Labels: z.record(z.string(), z.string()) });

/** Stands before a Docker daemon as another socket, and writes down every call that may change something. */
export class DockerLog {
  readonly calls: DockerCall[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'nsv-log-'));
  readonly #server = createServer();
  readonly endpoint = `unix://${join(this.#folder, 'd.sock')}`;

  /** @param socketPath of the daemon */
  constructor(private readonly socketPath: string) {
    this.#server.on('request', (asked, response) => {
      const body: Buffer[] = [];
      asked.on('data', (part: Buffer) => body.push(part));
      // As a whole: a daemon that has read all it needs answers and closes, and does not wait for its end.
      asked.once('end', () => this.#pass(asked, Buffer.concat(body), response));
    });
    // What a program prints that was started in a container comes over a connection of its own.
    this.#server.on('upgrade', (asked: IncomingMessage, viewer, head) => {
      this.#write(asked, Buffer.alloc(0), Buffer.alloc(0));
      const daemon = connect(this.socketPath);
      const headers = asked.rawHeaders
        .map((text, nth) => (nth % 2 === 0 ? `${text}: ` : `${text}\r\n`))
        .join('');
      daemon.write(`${asked.method ?? ''} ${asked.url ?? ''} HTTP/1.1\r\n${headers}\r\n`);
      daemon.write(head);
      daemon.pipe(viewer).pipe(daemon);
      daemon.on('error', () => viewer.destroy());
      viewer.on('error', () => daemon.destroy());
    });
  }

  async listen(): Promise<void> {
    this.#server.listen(join(this.#folder, 'd.sock'));
    await until('the log listens', () => this.#server.listening, 5000);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Calls that neither make something with the label nor work on what was made so. */
  unlabelled(label: string): DockerCall[] {
    const made = new Set<string>();
    return this.calls.filter((call) => {
      const { path, body, answer } = call;
      const [, query = ''] = path.split('?');
      const isLabelled =
        labelsSchema.safeParse(body).data?.Labels[label] !== undefined || query.includes(label);
      const works = [...made].some((each) => path.includes(each));
      // An exec, and what else is made of a labelled thing, is known by its own id.
      const read = madeSchema.safeParse(answer).data;
      if (read !== undefined && (isLabelled || works)) made.add('Id' in read ? read.Id : read.Name);
      // An image is removed by the name that it was built or imported with.
      const named = /[?&](?:t|repo)=([^&]+)/.exec(path)?.[1];
      if (named !== undefined && isLabelled) made.add(`/images/${named}`);
      return !isLabelled && !works;
    });
  }

  #pass(asked: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const { method, url, headers } = asked;
    const { 'transfer-encoding': _chunked, ...others } = headers;
    const answer: Buffer[] = [];
    const passed = request(
      {
        ...{ socketPath: this.socketPath, agent: false, method, path: url },
        headers: { ...others, 'content-length': body.length },
      },
      (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.headers);
        response.flushHeaders();
        answered.on('data', (part: Buffer) => answer.push(part));
        answered.once('end', () => this.#write(asked, body, Buffer.concat(answer)));
        answered.pipe(response);
      },
    );
    response.on('close', () => passed.destroy());
    passed.on('error', () => response.destroy());
    passed.end(body);
  }

  #write({ method = '', url = '' }: IncomingMessage, body: Buffer, answer: Buffer): void {
    if (method === 'GET' || method === 'HEAD') return;
    const path = decodeURIComponent(url.replace(/^\/v[\d.]+/, ''));
    this.calls.push({ method, path, body: parsed(body), answer: parsed(answer) });
  }
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return null; // A tar, or events one after the other.
  }
}
