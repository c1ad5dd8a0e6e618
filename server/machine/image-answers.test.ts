import { expect, it } from 'vitest';
import type { Engine, EngineImage } from '../engine/engine';
import { imagesOf } from './image-answers';
import { Redaction } from './redaction';

type Telling = Parameters<typeof imagesOf>[0][number];

/** An engine from whose image one container runs. */
function engine(id: string, images: () => Promise<EngineImage[]>): Telling {
  const status = { id } as ReturnType<Engine['status']>;
  const container = { id: 'c', pid: 7 } as ReturnType<Engine['containers']>[number];
  return {
    status: () => status,
    containers: () => [container],
    imageTeller: () => ({
      images,
      written: () => Promise.resolve(null),
      close: () => undefined,
    }),
  };
}

const IMAGE = { id: 'sha256:1', tags: [], bytes: 1, layers: [], containers: ['c'], unreadable: {} };
const tells = () => Promise.resolve([IMAGE]);
const never = () => new Promise<never>(() => undefined);

it('an engine that never answers, or fails, hides no images of others', async () => {
  const fails = () => Promise.reject(new Error('gone'));
  const engines = [engine('slow', never), engine('down', fails), engine('docker', tells)];
  const { images, unreadable } = await imagesOf(engines, new Redaction(true), 20);
  expect(images.map((image) => image.engine)).toEqual(['docker']);
  expect(unreadable).toEqual({ 'images.slow': 'ETIMEDOUT', 'images.down': 'gone' });
});
