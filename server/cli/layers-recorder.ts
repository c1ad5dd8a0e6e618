import { setTimeout as delay } from 'node:timers/promises';
import type { Written } from '@lib/images/image';
import type { Container } from '@lib/model/container';
import { containerKey } from '@lib/model/ids';
import type { LayersReading } from '@lib/recording/layers';
import type { DetailReader } from '@lib/asking/detail-reader';
import type { Informant } from '@lib/asking/handler';

/** Milliseconds from one look at who runs to the next. */
const EVERY = 2000;
/** Milliseconds until all is read again where the same ones run: engines look at every file for it. */
const AGAIN = 30_000;
/** How many times as long as a reading took it rests after it. */
const REST = 19;

/** Asks what containers run from and what they have written, and tells what is other than before. */
export class LayersRecorder {
  #running = '';
  #due = 0;
  #known = '';

  constructor(
    private readonly machine: Pick<Informant, 'fresh'> & {
      details: Pick<DetailReader, 'images' | 'written'>;
    },
    private readonly write: (reading: LayersReading) => void,
  ) {}

  /** Until it is told to end. @throws what the machine throws */
  async run(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await this.look(performance.now(), ended);
      await delay(EVERY, null, { signal: ended }).catch(() => undefined);
    }
  }

  /**
   * Reads all where others run than before, or where it is time. What does not come before the end is not
   * waited for.
   *
   * @param now milliseconds
   */
  async look(now: number, ended: AbortSignal): Promise<void> {
    const { containers } = await this.machine.fresh();
    const running = containers.filter(({ pid }) => pid > 0);
    const word = running.map((each) => `${containerKey(each)} ${each.startedAt}`).join(' ');
    if (word === this.#running && now < this.#due) return;
    if (ended.aborted) return;
    const began = performance.now();
    const reading = await untilEnd(this.#read(running, ended), ended);
    if (reading === null) return;
    this.#running = word;
    this.#due = now + Math.max(AGAIN, REST * (performance.now() - began));
    const text = JSON.stringify(reading);
    if (text !== this.#known) this.write(reading);
    this.#known = text;
  }

  /** One after another: each has all the time that a machine gives to one question. Null: it ended. */
  async #read(running: readonly Container[], ended: AbortSignal): Promise<LayersReading | null> {
    const images = await this.machine.details.images('used');
    const written: Written[] = [];
    for (const { engine, id } of running) {
      if (ended.aborted) return null;
      written.push(...(await this.machine.details.written([{ engine, container: id }])));
    }
    return { images, written };
  }
}

/** What comes of it, or null as soon as it ends. @throws what it throws before */
async function untilEnd<T>(promise: Promise<T>, ended: AbortSignal): Promise<T | null> {
  let end: () => void = () => undefined;
  const over = new Promise<null>((resolve) => {
    end = () => resolve(null);
    ended.addEventListener('abort', end);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    ended.removeEventListener('abort', end);
  }
}
