import type { Image, ImagesReading, WrittenBy, Written } from '@lib/images/image';
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

/** What containers have written: one after another, for an engine looks at every file of each. */
export async function writtenBy(
  containers: readonly WrittenBy[],
  engines: readonly Engine[],
): Promise<Written[]> {
  const all: Written[] = [];
  for (const { engine, container } of containers) {
    const teller = engines.find((each) => each.status().id === engine)?.imageTeller() ?? null;
    all.push({ engine, container, ...(await bytesOf(container, teller)) });
  }
  return all;
}

async function bytesOf(
  container: string,
  teller: ReturnType<Engine['imageTeller']>,
): Promise<Pick<Written, 'bytes' | 'unreadable'>> {
  try {
    const bytes = (await teller?.written(container)) ?? null;
    return { bytes, unreadable: bytes === null ? { bytes: 'ENODATA' } : {} };
  } catch (error) {
    return { bytes: null, unreadable: { bytes: messageOf(error) } };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
