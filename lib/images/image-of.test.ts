import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseHistory, parseImage } from '../docker/image';
import { imageOf, withSharing } from './image-of';

/* What a real Docker daemon told of images: lib/docker/fixtures/README.md. */

interface Recorded {
  history: unknown;
  image: unknown;
  beneath: Record<string, unknown>;
}

function imageIn(name: string) {
  const file = new URL(`../docker/fixtures/image-${name}.json`, import.meta.url);
  const { history, image, beneath } = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  const [reading, entries] = [parseImage(image), parseHistory(history)];
  if (reading === null || entries === null) throw new Error(`${name} is not as it was recorded`);
  const counts = Object.entries(beneath).map(([id, told]) => {
    return [id, parseImage(told)?.digests?.length ?? 0] as const;
  });
  return imageOf({ image: reading, history: entries, layersOf: new Map(counts) }, ['c1']);
}

const layersOf = (name: string) =>
  imageIn(name).layers?.map(({ bytes, instruction }) => [
    bytes,
    // Sums of what was copied are long.
    instruction?.replace(/file:[0-9a-f]{64}/, 'file:…') ?? null,
  ]);

const IMPORTED = [1984172, 'Imported from -'];
const COPIED = [6, '/bin/sh -c #(nop) COPY file:… in /srv/a '];

it('one that was built here: exact, also what has no bytes', () => {
  expect(layersOf('built')).toEqual([
    IMPORTED,
    COPIED,
    [0, '/bin/sh -c mkdir -p /var/data'],
    [307200, '|1 TOKEN=none /bin/sh -c dd if=/dev/zero of=/var/data/zeros bs=1k count=300'],
    [0, '/bin/sh -c #(nop) COPY file:… in /srv/empty '],
  ]);
  expect(imageIn('built').unreadable).toEqual({});
});

it('the same after it was loaded: what can have been one of several is unclear', () => {
  expect(layersOf('loaded')).toEqual([IMPORTED, COPIED, [0, null], [null, null], [null, null]]);
  expect(imageIn('loaded').unreadable).toEqual({
    'layers.bytes': 'unclear',
    'layers.instruction': 'unclear',
  });
});

it('one that was committed has what its container wrote on top', () => {
  expect(layersOf('committed')).toHaveLength(6);
  expect(layersOf('committed')?.at(-1)).toEqual([3, 'sh -c echo hi > /srv/new']);
});

it('one of a single layer, made by no instruction, says where it is from', () => {
  expect(layersOf('imported')).toEqual([IMPORTED]);
});

it('a history that is not told leaves digests, and says why', () => {
  const image = { id: 'i', tags: [], bytes: 5, digests: ['a', 'b'], unreadable: {} };
  const told = imageOf({ image, history: 'forbidden', layersOf: new Map() }, []);
  expect(told.layers?.map(({ digest, bytes }) => [digest, bytes])).toEqual([
    ['a', null],
    ['b', null],
  ]);
  expect(told.unreadable).toEqual({
    'layers.bytes': 'forbidden',
    'layers.instruction': 'forbidden',
    steps: 'forbidden',
  });
  expect(told.steps).toBeNull();
});

it('a layer is shared with who has it and all below it', () => {
  const of = (id: string, ...digests: string[]) => ({
    id,
    layers: digests.map((digest) => ({ digest, bytes: 1, instruction: '', sharedWith: [] })),
  });
  const shared = withSharing([of('one', 'a', 'b'), of('two', 'a', 'c', 'b'), of('three', 'b')]);
  expect(shared.map(({ layers }) => layers?.map(({ sharedWith }) => sharedWith))).toEqual([
    [['two'], []],
    [['one'], [], []],
    [[]],
  ]);
});

it('tells the steps that made no layer apart from those that did', () => {
  const said = (name: string) =>
    imageIn(name).steps?.map(({ instruction, makes, layer }) => [
      instruction?.replace(/^.* -c (#\(nop\) +)?/, '').split(' ')[0],
      ...(layer === null ? [makes] : [layer]),
    ]);
  expect(said('built')?.map((each) => each.join(' '))).toEqual([
    'Imported 0',
    'ENV nothing',
    'COPY 1',
    'mkdir 2',
    'true nothing',
    'WORKDIR nothing',
    'ARG nothing',
    'dd 3',
    'COPY 4',
    ...['LABEL', 'USER', 'EXPOSE', 'CMD'].map((each) => `${each} nothing`),
  ]);
  expect(said('loaded')?.map((each) => each.join(' '))).toEqual([
    'Imported 0',
    'ENV nothing',
    'COPY 1',
    ...['mkdir', 'true', 'WORKDIR'].map((each) => `${each} unclear`),
    'ARG nothing',
    'dd layer',
    'COPY unclear',
    ...['LABEL', 'USER', 'EXPOSE', 'CMD'].map((each) => `${each} nothing`),
  ]);
});

/* As moby's daemon/containerd/image_history.go writes it: no entry names an image, and what takes room is each
 * layer as it was unpacked, so that a folder counts. Made up; no engine with that store was there to be recorded. */
it('one in containerd’s store: what has a layer takes room, and steps are told by that', () => {
  const newestFirst = [
    { Id: '<missing>', CreatedBy: 'CMD ["sh"]', Size: 0 },
    { Id: '<missing>', CreatedBy: 'RUN /bin/sh -c true # buildkit', Size: 0 },
    { Id: '<missing>', CreatedBy: 'RUN /bin/sh -c mkdir /srv # buildkit', Size: 8192 },
    { Id: '<missing>', CreatedBy: 'ADD rootfs.tar / # buildkit', Size: 4_096_000 },
  ];
  const inspected = {
    ...{ Id: 'sha256:1ndex', RepoTags: ['web:latest'], Size: 2_101_010 },
    ...{ Descriptor: { mediaType: 'application/vnd.oci.image.index.v1+json' }, GraphDriver: null },
    RootFS: { Type: 'layers', Layers: ['sha256:a', 'sha256:b'] },
  };
  const [image, history] = [parseImage(inspected), parseHistory(newestFirst)];
  if (image === null || history === null) throw new Error('not what was written');
  const { layers, steps } = imageOf({ image, history, layersOf: new Map() }, []);
  expect(layers?.map(({ bytes }) => bytes)).toEqual([4_096_000, 8192]);
  expect(steps?.map(({ makes, layer }) => [makes, layer])).toEqual([
    ...[0, 1].map((layer) => ['layer', layer]),
    ...[
      ['nothing', null],
      ['nothing', null],
    ],
  ]);
});
