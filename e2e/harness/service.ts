import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded } from './has-ended';
import { until } from './until';

const READY_WITHIN = 30_000;

/** A program of an engine's that answers while it runs, and can be ended and started again. */
export class Service {
  #running: ChildProcess | undefined;

  /** @param folder has what it prints, in `log`, and while it runs its process id, for who cleans up after it */
  constructor(
    private readonly name: string,
    private readonly folder: string,
  ) {}

  /**
   * Start it (again). Resolves when it answers.
   *
   * @throws what it printed, where it ended before
   */
  async start(
    [program = '', ...words]: readonly string[],
    answers: () => Promise<boolean>,
    env: NodeJS.ProcessEnv = process.env,
  ): Promise<void> {
    const log = openSync(this.#logFile, 'a');
    const running = spawn(program, words, { stdio: ['ignore', log, log], detached: true, env });
    this.#running = running;
    writeFileSync(this.#pidFile, `${String(running.pid)}\n`);
    // Its number is given out again: who cleans up afterwards would end another.
    running.once('exit', () => {
      if (this.#running === running) rmSync(this.#pidFile, { force: true });
    });
    await until(
      `${this.name} answers`,
      () => {
        if (hasEnded(running)) throw new Error(`${this.name} ended:\n${this.log()}`);
        return answers();
      },
      READY_WITHIN,
    );
  }

  /** SIGTERM; resolves when it has ended, at once where it does not run. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (running === undefined || hasEnded(running)) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  }

  /** What it has printed so far. */
  log(): string {
    return readFileSync(this.#logFile, 'utf8');
  }

  get #logFile(): string {
    return join(this.folder, 'log');
  }

  get #pidFile(): string {
    return join(this.folder, 'service.pid');
  }
}
