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
  });
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
