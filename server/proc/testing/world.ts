import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * A small world for tests: a PID namespace with a /proc of its own, in which nothing happens but
 * what the test does. Its PID 1 is a shell that runs the lines it is given.
 */
export class World {
  private constructor(
    private readonly unshare: ChildProcessWithoutNullStreams,
    /** PID 1 of this world, as the machine numbers it. */
    readonly init: number,
    private readonly lines: AsyncIterator<string>,
  ) {}

  /** Null where one may not make namespaces (needs root); the reason is printed by `unshare`. */
  static async create(): Promise<World | null> {
    if (process.getuid?.() !== 0) return null;
    const unshare = spawn('unshare', ['-mp', '--mount-proc', '--fork', '--kill-child', 'sh']);
    const lines = createInterface(unshare.stdout)[Symbol.asyncIterator]();
    unshare.stderr.pipe(process.stderr);
    // Namespaces that are mounted outside come and go with what others do.
    unshare.stdin.write('umount -a -t nsfs; echo ready\n');
    const { done } = await lines.next();
    if (done === true || unshare.pid === undefined) return null;
    const [init] = childrenOf(unshare.pid);
    return init === undefined ? null : new World(unshare, init, lines);
  }

  /** Where its /proc is seen from outside. */
  get procRoot(): string {
    return `/proc/${String(this.init)}/root/proc`;
  }

  /** Runs a line that prints one line, and returns that. */
  async run(line: string): Promise<string> {
    this.unshare.stdin.write(`${line}\n`);
    const { value } = await this.lines.next();
    return String(value);
  }

  /** Starts a program in the background and waits until it is that; returns its PID in this world. */
  async start(command: string): Promise<number> {
    const pid = Number(await this.run(`${command} > /dev/null & echo $!`));
    while (this.cmdline(pid) === this.cmdline(1)) await this.run('echo');
    return pid;
  }

  cmdline(pid: number): string {
    return readFileSync(`${this.procRoot}/${String(pid)}/cmdline`, 'utf8');
  }

  /** Ends a program that was started here, and waits until it is gone. */
  async end(pid: number): Promise<void> {
    await this.run(`kill -KILL ${String(pid)}; wait ${String(pid)} 2> /dev/null; echo gone`);
  }

  async close(): Promise<void> {
    const exit = once(this.unshare, 'exit');
    this.unshare.kill('SIGKILL');
    await exit;
  }
}

/** The PIDs of the children of a process. */
export function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
  return text
    .split(' ')
    .filter((child) => child !== '')
    .map(Number);
}
