import { setTimeout } from 'node:timers/promises';
import type { Image, ImagesReading, WhoseImages } from '@lib/images/image';
import { withoutSize } from '@lib/images/containerd-store';
import type { Engine, EngineImages } from '../engine/engine';
import type { Redaction } from './redaction';

/** Milliseconds that each engine has: less than the question, so that the others are told all the same. */
const PATIENCE = 8000;

/** Who tells of images, and of whose. */
type Telling = Pick<Engine, 'status' | 'containers' | 'imageTeller' | 'info'>;

const NO_IMAGES: EngineImages = { images: [], unused: null };

/** What all engines tell of images. */
export async function imagesOf(
  engines: readonly Telling[],
  whose: WhoseImages,
  redaction: Redaction,
  patience = PATIENCE,
): Promise<ImagesReading> {
  const readings = await Promise.all(
    engines.map((each) => imagesFrom(each, whose, redaction, patience)),
  );
  return {
    images: readings.flatMap(({ images }) => images),
    unreadable: Object.fromEntries(
      readings.flatMap(({ unreadable }) => Object.entries(unreadable)),
    ),
  };
}

async function imagesFrom(
  engine: Telling,
  whose: WhoseImages,
  redaction: Redaction,
  patience: number,
): Promise<ImagesReading> {
  const { id } = engine.status();
  const running = engine.containers().flatMap(({ id: each, pid }) => (pid > 0 ? each : []));
  const waiting = new AbortController();
  try {
    const told = await Promise.race([
      engine.imageTeller()?.images(running, whose) ?? NO_IMAGES,
      late(patience, waiting.signal),
    ]);
    const hasPackedOnes = engine.info().info?.containerdStore === true;
    const images = told.images.map((image): Image => {
      const shown = redaction.image(image);
      return { ...(hasPackedOnes ? withoutSize(shown) : shown), engine: id };
    });
    return { images, unreadable: told.unused === null ? {} : { [`unused.${id}`]: told.unused } };
  } catch (error) {
    return { images: [], unreadable: { [`images.${id}`]: messageOf(error) } };
  } finally {
    waiting.abort();
  }
}

/** @throws when so many milliseconds are over */
async function late(patience: number, signal: AbortSignal): Promise<never> {
  await setTimeout(patience, null, { signal });
  throw new Error('ETIMEDOUT');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
