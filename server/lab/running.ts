import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import type { LabEvent } from '@lib/lab/run';
import { printable } from '@lib/table/printable';

export type Tell = (event: LabEvent) => void;

/** Characters of a line that are told as one: a program may write on and on. */
const LONGEST = 8 * 1024;

/** Milliseconds that a program has to end when it is told to. */
const GRACE = 3_000;

export interface Program {
  argv: readonly [string, ...string[]];
  /** What it finds of its surroundings: never all of ours. */
  environment: NodeJS.ProcessEnv;
  /** What it reads; left out: nothing. */
  input?: string;
}

/**
 * Runs a program, no shell between, and hands on what it prints, line by line.
 *
 * @param line told of each line, without its end and without codes for terminals
 * @param signal ends it
 * @returns its exit code; null: a signal ended it
 * @throws where it cannot be started
 */
export function runProgram(
  { argv: [program, ...args], environment, input }: Program,
  line: (stream: 'stdout' | 'stderr', text: string) => void,
  signal: AbortSignal,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: environment,
    });
    const end = () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE).unref();
    };
    signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    const flush = (['stdout', 'stderr'] as const).map((stream) => {
      const lines = new Lines((text) => line(stream, text));
      child[stream].setEncoding('utf8').on('data', (part: string) => lines.add(part));
      return () => lines.end();
    });
    // A program that does not read what it is told has ended, and that is told by its exit code.
    child.stdin.on('error', () => undefined).end(input);
    child.once('close', (code) => {
      signal.removeEventListener('abort', end);
      for (const each of flush) each();
      resolve(code);
    });
  });
}

/** Text that comes in pieces, as lines. */
class Lines {
  #rest = '';

  constructor(private readonly tell: (line: string) => void) {}

  add(part: string): void {
    const lines = (this.#rest + part).split(/\r\n|[\r\n]/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.tell(plain(line));
    if (this.#rest.length > LONGEST) this.end();
  }

  end(): void {
    if (this.#rest !== '') this.tell(plain(this.#rest));
    this.#rest = '';
  }
}

function plain(line: string): string {
  return printable(stripVTControlCharacters(line.replaceAll('\t', '    ')));
}
