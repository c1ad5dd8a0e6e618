import type { Duplex } from 'node:stream';
import { printable } from '@lib/table/printable';
import type * as z from 'zod/mini';
import type { CallName, InputOf, ReaderOptions, Request, ValueOf } from '../../proc/calls';
import type { ReaderLine } from '../../reader/reader';
import { LONGEST_LINE, SILENCE } from '../../reader/stdio-lines';
import { Frames } from './frames';
import { Lines } from './lines';
import { ANSWERS, parseResponse } from './response';

/** Why a line ended by itself. */
export interface LineEnd {
  problem: 'ended' | 'silent' | 'garbled';
  /** In the words of the reader or of the system. */
  reason: string;
}

/** Milliseconds for one answer: a full scan of 10,000 processes takes two seconds. */
const PATIENCE = 15_000;
/** A search has its answer when it is over, which takes so many times as long at most. */
const SEARCH = 8;
/** Of what the reader complains, the last so many characters are kept. */
const COMPLAINTS = 500;

interface Pending {
  /** False: that is no answer to this call. */
  take(value: unknown): boolean;
  reject(error: Error): void;
  deadline: NodeJS.Timeout;
}

/** Asks the reader at the other end of an attached container's stream. */
export class ContainerLine implements ReaderLine {
  /** Resolves when the line is over: with why, or with null when we closed it. */
  readonly ended: Promise<LineEnd | null>;
  #end: (end: LineEnd | null) => void = () => undefined;
  #over: string | null = null;
  #lastId = 0;
  #complaints = '';
  readonly #pending = new Map<number, Pending>();
  readonly #alive: NodeJS.Timeout;

  /** @param patience milliseconds for one answer */
  constructor(
    private readonly stream: Duplex,
    options: ReaderOptions,
    private readonly patience = PATIENCE,
  ) {
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const lines = new Lines(
      LONGEST_LINE,
      (line) => this.#take(line),
      () => this.#finish({ problem: 'garbled', reason: 'an answer without end' }),
    );
    const frames = new Frames((output, piece) => {
      if (output === 'stdout') lines.push(piece);
      else this.#complaints = `${this.#complaints}${piece.toString()}`.slice(-COMPLAINTS);
    });
    stream.on('data', (chunk: Buffer) => frames.push(chunk));
    stream.on('error', (error) => this.#finish({ problem: 'ended', reason: error.message }));
    stream.on('close', () => this.#finish({ problem: 'ended', reason: '' }));
    stream.on('end', () => this.#finish({ problem: 'ended', reason: '' }));
    this.#write(JSON.stringify(options));
    this.#alive = setInterval(() => this.#write(''), SILENCE / 4).unref();
  }

  ask<N extends CallName>(name: N, ...input: InputOf<N>): Promise<ValueOf<N>> {
    if (this.#over !== null) return Promise.reject(new Error(this.#over));
    const request: Request<N> = { id: ++this.#lastId, name, input };
    const schema: z.ZodMiniType<ValueOf<N>> = ANSWERS[name];
    const patience = name === 'search' ? this.patience * SEARCH : this.patience;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        const reason = `no answer within ${String(patience / 1000)} s`;
        this.#finish({ problem: 'silent', reason });
      }, patience);
      const take = (value: unknown) => {
        const answer = schema.safeParse(value);
        if (answer.success) resolve(answer.data);
        return answer.success;
      };
      this.#pending.set(request.id, { take, reject, deadline });
      this.#write(JSON.stringify(request));
    });
  }

  close(): Promise<void> {
    this.#finish(null);
    return Promise.resolve();
  }

  #write(line: string): void {
    if (this.stream.writable) this.stream.write(`${line}\n`);
  }

  #take(line: string): void {
    if (this.#over !== null) return;
    const response = parseResponse(line);
    const pending = response === null ? undefined : this.#pending.get(response.id);
    if (response === null || ('value' in response && pending?.take(response.value) === false)) {
      this.#finish({ problem: 'garbled', reason: printable(line.slice(0, 100)) });
      return;
    }
    this.#pending.delete(response.id);
    clearTimeout(pending?.deadline);
    if ('error' in response) pending?.reject(new Error(printable(response.error)));
  }

  /** The first reason counts; what the reader itself complained of says more than "closed". */
  #finish(end: LineEnd | null): void {
    if (this.#over !== null) return;
    const said = printable(this.#complaints).trim();
    const reason = said === '' ? (end?.reason ?? '') : said;
    this.#over = `the reader in a container ended${reason === '' ? '' : `: ${reason}`}`;
    clearInterval(this.#alive);
    this.#end(end === null ? null : { ...end, reason });
    this.stream.destroy();
    const error = new Error(this.#over);
    // Only after those who wait for the end have taken note of it: then a call is not made again here.
    setImmediate(() => {
      for (const { reject, deadline } of this.#pending.values()) {
        clearTimeout(deadline);
        reject(error);
      }
      this.#pending.clear();
    });
  }
}
