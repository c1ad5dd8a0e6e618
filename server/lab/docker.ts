import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal';
import { runProgram, type Program } from './running';

type Environment = Readonly<Record<string, string | undefined>>;

/** What came of a command that was asked for its answer. */
export interface Answer {
  exit: number | null;
  lines: string[];
  complaint: string;
}

/** Lines that an answer has at most: there are not so many things. */
const MOST_LINES = 10_000;

/** The docker command, and the daemon that it is told to use. */
export class DockerCommand {
  /** What it, and any other program of the lab, finds of our surroundings. */
  readonly environment: NodeJS.ProcessEnv;

  constructor(
    readonly endpoint: string,
    environment: Environment,
  ) {
    const { PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME } =
      environment;
    // Its plugins are found by HOME. None of DOCKER_*: the endpoint is said by `-H` alone.
    // NODE_ENV is there for the types alone: Next has made it one that is always there.
    this.environment = { PATH, HOME, LC_ALL: 'C.UTF-8', NODE_ENV: 'production' };
  }

  /** The whole call. */
  program(args: readonly string[]): Program {
    return { argv: ['docker', '-H', this.endpoint, ...args], environment: this.environment };
  }

  /** Asks for something that is answered in lines. */
  async ask(args: readonly string[], signal: AbortSignal): Promise<Answer> {
    const said: Record<'stdout' | 'stderr', string[]> = { stdout: [], stderr: [] };
    const exit = await runProgram(
      this.program(args),
      (stream, line) => {
        if (said[stream].length < MOST_LINES) said[stream].push(line);
      },
      signal,
    );
    return { exit, lines: said.stdout, complaint: said.stderr.join(' ') };
  }

  /** The same, of what has to succeed. @throws Refusal with the complaint */
  async demand(args: readonly string[], signal: AbortSignal): Promise<string[]> {
    const { exit, lines, complaint } = await this.ask(args, signal);
    if (exit === 0) return lines;
    throw new Refusal({ code: 'failed', why: complaint });
  }
}

/** Where a program is, as a shell would find it; null: nowhere. */
export function programPath(name: string, { PATH = '' }: Environment): string | null {
  for (const folder of PATH.split(':').filter((each) => each.startsWith('/'))) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not there, or not to be run: it may be in the next one.
    }
  }
  return null;
}
