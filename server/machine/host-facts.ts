import { isDeepStrictEqual } from 'node:util';
import type { HostReading } from '@lib/proc/reading';
import type { Reader } from '../reader/reader';

/** Milliseconds after which the machine is asked again for its name, its clock and the like. */
const AGAIN = 10_000;
/** Milliseconds by which a clock has jumped, and was not only steered. */
const JUMP = 500;

/** What a reader says of the machine: asked anew now and then, and at once when the clock jumps. */
export class HostFacts {
  private known: { reading: HostReading; at: number; wall: number } | null = null;

  /** Another reader may see more, or less. */
  forget(): void {
    this.known = null;
  }

  /** @returns the very same reading as long as the machine says the same */
  async read(reader: Pick<Reader, 'host'>): Promise<HostReading> {
    const [at, wall] = [performance.now(), Date.now()];
    const { known } = this;
    if (known !== null && at - known.at < AGAIN) {
      const jumped = Math.abs(wall - known.wall - (at - known.at)) > JUMP;
      if (!jumped) return known.reading;
    }
    const found = await reader.host();
    const reading = isDeepStrictEqual(found, known?.reading) && known ? known.reading : found;
    this.known = { reading, at, wall };
    return reading;
  }
}
