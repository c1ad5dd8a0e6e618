import { expect, it } from 'vitest';
import { parseImage } from './image';

it.each<[string, object, string[] | null, string | undefined]>([
  ['of two layers', { RootFS: { Type: 'layers', Layers: ['a', 'b'] } }, ['a', 'b'], undefined],
  ['from nothing', { RootFS: { Type: 'layers' } }, [], undefined],
  ['from nothing, as some say it', { RootFS: { Layers: null } }, [], undefined],
  ['that does not tell', {}, null, 'ENODATA'],
  ['that tells it as null', { RootFS: null }, null, 'ENODATA'],
  ['that tells no list', { RootFS: { Layers: 'a' } }, null, 'EINVAL'],
  ['that tells something else', { RootFS: 'layers' }, null, 'EINVAL'],
])('the layers of an image %s', (_what, json, digests, why) => {
  const told = parseImage({ Id: 'sha256:1', Size: 1, ...json });
  expect(told?.digests).toEqual(digests);
  expect(told?.unreadable.layers).toBe(why);
});
