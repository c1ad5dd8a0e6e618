import { expect, it } from 'vitest';
import { parseInfo } from '@lib/docker/info';
import type { WhoseImages } from '@lib/images/image';
import type { Engine, EngineImages } from '../engine/engine';
import { imagesOf } from './image-answers';
import { Redaction } from './redaction';

type Telling = Parameters<typeof imagesOf>[0][number];

/** An engine from whose image one container runs. */
function engine(
  id: string,
  images: (running: readonly string[], whose: WhoseImages) => Promise<EngineImages>,
  driverStatus: unknown = null,
): Telling {
  const status = { id } as ReturnType<Engine['status']>;
  const container = { id: 'c', pid: 7 } as ReturnType<Engine['containers']>[number];
  return {
    status: () => status,
    containers: () => [container],
    info: () => ({ info: parseInfo({ DriverStatus: driverStatus }), problem: null }),
    imageTeller: () => ({
      images,
      written: () => Promise.resolve(null),
      close: () => undefined,
    }),
  };
}

const IMAGE = {
  id: 'sha256:1',
  tags: [],
  bytes: 1,
  layers: [],
  steps: null,
  containers: ['c'],
  unreadable: {},
};
const tells = () => Promise.resolve({ images: [IMAGE], unused: null });
const never = () => new Promise<never>(() => undefined);

it('an engine that never answers, or fails, hides no images of others', async () => {
  const fails = () => Promise.reject(new Error('gone'));
  const engines = [engine('slow', never), engine('down', fails), engine('docker', tells)];
  const { images, unreadable } = await imagesOf(engines, 'used', new Redaction(true), 20);
  expect(images.map((image) => image.engine)).toEqual(['docker']);
  expect(unreadable).toEqual({ 'images.slow': 'ETIMEDOUT', 'images.down': 'gone' });
});

it('tells why those that nobody runs from are not told, and all the others', async () => {
  const asked: WhoseImages[] = [];
  const docker = engine('docker', (_running, whose) => {
    asked.push(whose);
    return Promise.resolve({ images: [IMAGE], unused: 'forbidden' });
  });
  const { images, unreadable } = await imagesOf([docker], 'all', new Redaction(true));
  expect(asked).toEqual(['all']);
  expect(images.map(({ id }) => id)).toEqual([IMAGE.id]);
  expect(unreadable).toEqual({ 'unused.docker': 'forbidden' });
});

it.each([
  ['in overlays', [['Backing Filesystem', 'extfs']], 1, {}],
  [
    'in containerd’s store, where its size is not that of its layers',
    [['driver-type', 'io.containerd.snapshotter.v1']],
    null,
    { bytes: 'containerd-store' },
  ],
])('what an image takes, %s', async (_, status, bytes, unreadable) => {
  const { images } = await imagesOf([engine('docker', tells, status)], 'all', new Redaction(true));
  expect(images).toMatchObject([{ bytes, unreadable }]);
});
