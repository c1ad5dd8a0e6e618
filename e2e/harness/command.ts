import { execFile } from 'node:child_process';

/** Variables to set, or with undefined to unset. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Bytes of output, at which a program is ended: a snapshot of a busy machine has some megabytes. */
const MOST_OUTPUT = 256 * 1024 * 1024;

export interface Outcome {
  /** The exit code, as a shell would tell it; -1 when a signal ended the program. */
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Run a program to its end.
 * @param environment on top of our own
 * @throws when the program cannot be started at all, or runs longer than two minutes
 */
export function run(
  program: string,
  args: readonly string[],
  environment: Environment = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const options = { env, timeout: 120_000, maxBuffer: MOST_OUTPUT };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === 'string' || error.killed === true) reject(error);
      else resolve({ code: error.code ?? -1, stdout, stderr });
    });
  });
}

/** Run a program that must succeed. @returns its standard output, trimmed */
export async function mustRun(
  program: string,
  args: readonly string[],
  environment: Environment = {},
): Promise<string> {
  return demand(await run(program, args, environment), [program, ...args].join(' '));
}

/** The trimmed standard output of something that had to succeed. @throws with its standard error */
export function demand(outcome: Outcome, command: string): string {
  if (outcome.code !== 0) {
    throw new Error(`${command}\nended with exit code ${outcome.code}: ${outcome.stderr.trim()}`);
  }
  return outcome.stdout.trim();
}
