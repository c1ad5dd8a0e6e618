import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OrdinaryUser } from './ordinary-user';
import { PROGRAM } from './program';
import { until } from './until';

const ADDRESS = /^nsview: (http:\/\/\S+)$/m;
const LISTENS_WITHIN = 30_000;

export interface NsviewOptions {
  /** The engine that it is told to ask; left out: it looks for some. */
  docker?: string;
  /** Further arguments; `--port 0` is there already. */
  args?: readonly string[];
  /** Who runs it; else we ourselves. */
  as?: Pick<OrdinaryUser, 'credentials'> | null;
  /** The start of a command line that runs the rest of it somewhere else. */
  within?: readonly string[];
  /** Another copy of the program, or another node. */
  build?: Partial<Build>;
  /** Of its environment what is not ours: `DOCKER_HOST`. */
  environment?: Readonly<Record<string, string>>;
}

/** A running nsview server, built for production. */
export class Nsview {
  #stdout = '';
  #stderr = '';

  constructor(private readonly server: ChildProcess) {
    server.stdout?.on('data', (part: Buffer) => (this.#stdout += part.toString()));
    server.stderr?.on('data', (part: Buffer) => (this.#stderr += part.toString()));
  }

  get pid(): number {
    if (this.server.pid === undefined) throw new Error('the server was never started');
    return this.server.pid;
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** The exit code; null while it runs, or when a signal ended it. */
  get exitCode(): number | null {
    return this.server.exitCode;
  }

  /** The address it has printed. @throws before it listens */
  get url(): string {
    const url = ADDRESS.exec(this.#stdout)?.[1];
    if (url === undefined) throw new Error(`nsview has printed no address: ${this.#stdout}`);
    return url;
  }

  /** Wait until it has printed its address. @throws when it ends instead */
  async listening(): Promise<void> {
    await until(
      'nsview prints its address',
      () => {
        if (this.#ended()) {
          throw new Error(`nsview ended with ${this.exitCode}: ${this.#stdout}${this.#stderr}`);
        }
        return ADDRESS.test(this.#stdout);
      },
      LISTENS_WITHIN,
    );
  }

  /** Send a signal and wait for the end. @returns how long it took, in milliseconds */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
    const started = performance.now();
    if (!this.#ended()) {
      this.server.kill(signal);
      await this.ended();
    }
    return performance.now() - started;
  }

  /** Wait until it has ended and all its output has come. @returns its exit code */
  async ended(): Promise<number | null> {
    if (!this.#ended()) await once(this.server, 'close');
    return this.exitCode;
  }

  #ended(): boolean {
    return this.server.exitCode !== null || this.server.signalCode !== null;
  }
}

/** What runs: a program, and the node that it runs in. */
interface Build {
  program: string;
  /** The node's path, or a command line that comes to run it. */
  node: readonly string[];
}

const OWN_BUILD: Build = { program: PROGRAM, node: [process.execPath] };

/**
 * Start a server with these arguments exactly, and do not wait for anything.
 * @param within the start of a command line that runs the rest of it somewhere else
 */
export function spawnNsview(
  args: readonly string[],
  as: Pick<OrdinaryUser, 'credentials'> | null = null,
  within: readonly string[] = [],
  { program, node }: Build = OWN_BUILD,
  environment: Readonly<Record<string, string>> = {},
): Nsview {
  if (!existsSync(program)) throw new Error(`${program} is missing: npm run build`);
  // With --pdeathsig no server outlives a test process that was killed.
  const user = as?.credentials ?? [];
  const command = ['setpriv', ...user, '--pdeathsig', 'TERM', ...node, program, ...args];
  const [first = '', ...rest] = [...within, ...command];
  const server = spawn(first, rest, {
    cwd: dirname(program),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LC_ALL: 'C',
      DOCKER_HOST: undefined,
      DOCKER_CONTEXT: undefined,
      ...environment,
    },
  });
  return new Nsview(server);
}

/** Start a server on a free port of 127.0.0.1 and wait until it listens. The caller stops it. */
export async function startNsview({
  docker,
  args = [],
  as = null,
  within = [],
  build = {},
  environment = {},
}: NsviewOptions): Promise<Nsview> {
  const option = docker?.startsWith('containerd:') === true ? '--engine' : '--docker';
  const engine = docker === undefined ? [] : [option, docker];
  const full = ['--port', '0', ...engine, ...args];
  const nsview = spawnNsview(full, as, within, { ...OWN_BUILD, ...build }, environment);
  await nsview.listening();
  return nsview;
}
