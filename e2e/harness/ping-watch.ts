import { setTimeout as delay } from 'node:timers/promises';
import type { Dockerd } from './dockerd';
import { until } from './until';

const EVERY = 10;
const PATIENCE = 200;

/** Asks a daemon `_ping` all the time, to know when it stopped answering and when it came back. */
export class PingWatch {
  /** By Date.now(): when the first ping without an answer was sent. */
  #silentSince: number | undefined;
  /** By Date.now(): when the first answer after a silence came. */
  #backSince: number | undefined;
  #watching = true;
  #ended: Promise<void>;

  constructor(private readonly dockerd: Dockerd) {
    this.#ended = this.#watch();
  }

  silentSince(): Promise<number> {
    return until('the daemon stops answering _ping', () => this.#silentSince, 10_000, EVERY);
  }

  backSince(): Promise<number> {
    return until('the daemon answers _ping again', () => this.#backSince, 30_000, EVERY);
  }

  async end(): Promise<void> {
    this.#watching = false;
    await this.#ended;
  }

  async #watch(): Promise<void> {
    while (this.#watching) {
      const asked = Date.now();
      const answered = await this.dockerd.ping(PATIENCE);
      if (!answered) this.#silentSince ??= asked;
      else if (this.#silentSince !== undefined) this.#backSince ??= Date.now();
      await delay(EVERY);
    }
  }
}
