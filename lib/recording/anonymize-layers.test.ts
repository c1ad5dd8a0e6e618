import { expect, it } from 'vitest';
import { anonymousLayers } from './anonymize-layers';
import { namesOf } from './names';

it('tells neither of users nor of the machine, and all else', () => {
  const engine = 'docker:unix:///home/alice/docker.sock';
  const told = anonymousLayers(
    {
      images: {
        images: [
          {
            ...{ engine, id: 'sha256:1', tags: ['alice/web:1'], bytes: 5, containers: ['c1'] },
            layers: [
              { digest: 'd', bytes: 5, instruction: 'COPY /home/alice/a /srv', sharedWith: [] },
            ],
            steps: [{ instruction: 'COPY /home/alice/a /srv', makes: 'layer', layer: 0 }],
            unreadable: { bytes: 'denied to alice' },
          },
        ],
        unreadable: { [`images.${engine}`]: 'laptop is away' },
      },
      written: [{ engine, container: 'c1', bytes: 7, unreadable: {} }],
    },
    namesOf('laptop', ['alice']),
  );
  expect(JSON.stringify(told)).not.toMatch(/alice|laptop/);
  expect(told.images.images[0]).toMatchObject({ id: 'sha256:1', bytes: 5, containers: ['c1'] });
  expect(told.images.images[0]?.layers?.[0]?.instruction).toMatch(/^COPY \/home\/user1\/a \/srv$/);
  expect(told.images.images[0]?.steps).toEqual([
    { instruction: 'COPY /home/user1/a /srv', makes: 'layer', layer: 0 },
  ]);
  expect(told.written).toMatchObject([{ container: 'c1', bytes: 7 }]);
});
