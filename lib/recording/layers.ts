import * as z from 'zod/mini';
import { imagesReadingSchema, writtenSchema, type Written, type WrittenBy } from '../images/image';
import { Moments } from './moments';

/** What was told of images and of what containers had written at a moment. */
export const layersReadingSchema = z.object({
  images: imagesReadingSchema,
  written: z.array(writtenSchema),
});
export type LayersReading = z.infer<typeof layersReadingSchema>;

/** What a recording has of layers: one reading after another. */
export class RecordedLayers {
  readonly #moments = new Moments<LayersReading>();

  /** Readings are put in the order of time. @param at milliseconds since the start */
  put(at: number, reading: LayersReading): void {
    this.#moments.put('', at, reading);
  }

  /** The last one at or before a moment; before the first, that one. Null: there is none. */
  at(position: number): LayersReading | null {
    return this.#moments.at('', position);
  }
}

/** What was recorded of these containers, in the order in which they are given. */
export function recordedOf(
  containers: readonly WrittenBy[],
  written: readonly Written[],
): Written[] {
  return containers.map(({ engine, container }) => {
    const row = written.find((each) => each.engine === engine && each.container === container);
    const unreadable = { bytes: 'not-recorded' };
    return row ?? { engine, container, bytes: null, unreadable };
  });
}
