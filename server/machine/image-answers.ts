import type { Image, ImagesReading } from '@lib/images/image';
import type { Unreadable } from '@lib/model/unreadable';
import { redactImage } from '@lib/redact/redact-image';
import type { Engine } from '../engine/engine';

/**
 * What all engines tell of the images that containers run from.
 *
 * @param args may be shown what was run to make them?
 */
export async function imagesOf(engines: readonly Engine[], args: boolean): Promise<ImagesReading> {
  const images: Image[] = [];
  const unreadable: Unreadable = {};
  for (const engine of engines) {
    const { id } = engine.status();
    const running = engine.containers().flatMap(({ id: each, pid }) => (pid > 0 ? each : []));
    try {
      const told = (await engine.imageTeller()?.images(running)) ?? [];
      images.push(...told.map((image) => ({ ...redactImage(image, args), engine: id })));
    } catch (error) {
      unreadable[`images.${id}`] = messageOf(error);
    }
  }
  return { images, unreadable };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
