import { setTimeout as delay } from 'node:timers/promises';
import { containerKey } from '@lib/model/ids';
import type { LayersReading } from '@lib/recording/layers';
import type { Informant } from '../questions/handler';

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
    private readonly machine: Pick<Informant, 'fresh' | 'images' | 'written'>,
    private readonly write: (reading: LayersReading) => void,
  ) {}

  /** Until it is told to end. @throws what the machine throws */
  async run(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await this.look(performance.now());
      await delay(EVERY, null, { signal: ended }).catch(() => undefined);
    }
  }

  /** Reads all where others run than before, or where it is time. @param now milliseconds */
  async look(now: number): Promise<void> {
    const { containers } = await this.machine.fresh();
    const running = containers.filter(({ pid }) => pid > 0);
    const word = running.map((each) => `${containerKey(each)} ${each.startedAt}`).join(' ');
    if (word === this.#running && now < this.#due) return;
    const began = performance.now();
    const images = await this.machine.images();
    const written = await this.machine.written(
      running.map(({ engine, id }) => ({ engine, container: id })),
    );
    this.#running = word;
    this.#due = now + Math.max(AGAIN, REST * (performance.now() - began));
    const text = JSON.stringify({ images, written });
    if (text !== this.#known) this.write({ images, written });
    this.#known = text;
  }
}
