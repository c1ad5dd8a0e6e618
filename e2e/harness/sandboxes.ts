import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, chownSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descendants } from './descendants';
import type { OrdinaryUser } from './ordinary-user';
import { until } from './until';

/** What bubblewrap is told, so that a program has seven namespaces of its own: all but the one of time. */
const SEVEN = ['--unshare-all', '--ro-bind', '/', '/', '--proc', '/proc', '--dev', '/dev'];

/** Programs in namespaces of their own outside of any container; all of them end with the test. */
export class Sandboxes {
  readonly #started: ChildProcess[] = [];
  readonly #folders: string[] = [];

  /** Runs a program in what `unshare` or `nsenter` make. @returns the PID of the program that is last in the line */
  async run(...words: string[]): Promise<number> {
    return this.#last(this.#start(words), words.at(-2) ?? '');
  }

  /** By an ordinary user, as applications are put into sandboxes. @returns the PID of the program in it */
  async bubblewrap(user: OrdinaryUser): Promise<number> {
    const words = ['setpriv', ...user.credentials, 'bwrap', ...SEVEN, 'sleep', '1d'];
    return this.#last(this.#start(words), 'sleep');
  }

  /** An ordinary user's browser, in the sandbox that it makes for itself. @returns the PIDs of what shows pages */
  async chromium(user: OrdinaryUser): Promise<number[]> {
    const home = mkdtempSync(join(tmpdir(), 'nsv-chromium-'));
    this.#folders.push(home);
    chownSync(home, user.uid, user.gid);
    const started = this.#start(
      [
        ...['setpriv', ...user.credentials, 'chromium', '--headless', '--disable-gpu'],
        ...[`--user-data-dir=${home}`, 'about:blank'],
      ],
      { HOME: home },
    );
    return until(
      'a page is shown',
      async () => {
        const renderers = descendants(started).filter((pid) =>
          commandOf(pid).includes('--type=renderer'),
        );
        return Promise.resolve(renderers.length > 0 && renderers);
      },
      60_000,
    );
  }

  async close(): Promise<void> {
    for (const child of this.#started) {
      const { pid } = child;
      // A test may have ended it.
      if (pid === undefined || child.exitCode !== null || child.signalCode !== null) continue;
      for (const each of [pid, ...descendants(pid)].reverse()) end(each);
      await once(child, 'exit');
    }
    for (const folder of this.#folders) rmSync(folder, { recursive: true, maxRetries: 5 });
  }

  #start(words: readonly string[], environment: Record<string, string> = {}): number {
    const [program = '', ...args] = words;
    const child = spawn(program, args, {
      stdio: 'ignore',
      env: { ...process.env, ...environment },
    });
    this.#started.push(child);
    if (child.pid === undefined) throw new Error(`${program} did not start`);
    return child.pid;
  }

  /** The program of this name that a process became or has started. */
  #last(pid: number, name: string): Promise<number> {
    return until(
      `${name} runs`,
      () => {
        const found = [pid, ...descendants(pid)].find((each) => commOf(each) === name);
        return Promise.resolve(found ?? false);
      },
      10_000,
    );
  }
}

function commOf(pid: number): string {
  return read(pid, 'comm').trim();
}

function commandOf(pid: number): string {
  return read(pid, 'cmdline').replaceAll('\0', ' ');
}

/** Empty, where it has ended meanwhile. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}
