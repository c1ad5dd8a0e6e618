import { expect, it } from 'vitest';
import { parseImage, parseImageList } from './image';

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

it.each<[string, unknown, ReturnType<typeof parseImageList>]>([
  [
    'with a name',
    [{ Id: 'a', RepoTags: ['web:1', 'web:latest'], Size: 5 }],
    [{ id: 'a', tags: ['web:1', 'web:latest'], bytes: 5 }],
  ],
  ['without one', [{ Id: 'a', RepoTags: null, Size: 5 }], [{ id: 'a', tags: [], bytes: 5 }]],
  [
    'without one, as older engines say it',
    [{ Id: 'a', RepoTags: ['<none>:<none>'], Size: 5 }],
    [{ id: 'a', tags: [], bytes: 5 }],
  ],
  [
    'odd lines among others',
    [{ RepoTags: ['b'] }, 7, { Id: 'a', RepoTags: 'x', Size: -1 }],
    [{ id: 'a', tags: [], bytes: null }],
  ],
  ['none', [], []],
  ['no list', { Id: 'a' }, null],
])('images of a list: %s', (_what, json, expected) => {
  expect(parseImageList(json)).toEqual(expected);
});
