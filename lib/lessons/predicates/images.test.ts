import { describe, expect, it } from 'vitest';
import type { Image } from '../../images/image';
import { machine } from '../fixtures/machine';
import { answered, said, shown, type Answers } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const here = machine([]);

function images(layersOf: Record<string, string[] | null>): Answers {
  return {
    image: ({ image }) => {
      const layers = layersOf[String(image)];
      if (layers === undefined) return { is: 'refused', code: 'gone' };
      const told: Image = {
        ...{
          engine: 'docker:unix:///run/docker.sock',
          id: `sha256:${String(image).padEnd(64, '0')}`,
        },
        ...{
          tags: [],
          bytes: 1,
          steps: null,
          containers: [],
          unreadable: layers === null ? { layers: 'ENODATA' } : {},
        },
        layers:
          layers?.map((digest) => ({
            ...{ digest, bytes: 1, instruction: `RUN ${digest}`, sharedWith: [] },
          })) ?? null,
      };
      return answered(told);
    },
  };
}
const SHARED: Predicate = { 'layers-shared': ['a', 'b'] };
const BUSY: Answers = { image: { is: 'refused', code: 'busy' } };

it.each<[Predicate, string, Answers, string]>([
  [{ image: 'a' }, 'it is there', images({ a: ['1'] }), 'true'],
  [{ image: 'a' }, 'it is not', images({}), 'false'],
  [{ image: 'a' }, 'too much is asked', BUSY, 'busy'],
  [{ image: 'a' }, 'not answered yet', {}, 'asked'],

  [SHARED, 'one more above', images({ a: ['1'], b: ['1', '2'] }), 'true'],
  [SHARED, 'another above', images({ a: ['1', '3'], b: ['1', '2'] }), 'true'],
  [SHARED, 'all the same', images({ a: ['1', '2'], b: ['1', '2'] }), 'false'],
  [SHARED, 'another at the bottom', images({ a: ['3', '2'], b: ['1', '2'] }), 'false'],
  [SHARED, 'one is not there', images({ a: ['1'] }), 'false'],
  [SHARED, 'without layers', images({ a: [], b: ['1'] }), 'false'],
  [SHARED, 'they are not told', images({ a: ['1'], b: null }), 'ENODATA'],
  [SHARED, 'too much is asked', BUSY, 'busy'],
])('%j: %s', (predicate, _what, answers, expected) => {
  expect(said(predicate, here, answers)).toBe(expected);
});

describe('what shows it', () => {
  it.each<[Predicate, Answers, string | null, string | null]>([
    [{ image: 'a' }, images({ a: ['1', '2'] }), 'docker history --no-trunc a', 'RUN 2\nRUN 1'],
    [
      SHARED,
      images({ a: ['1'], b: ['1', '2'] }),
      "docker image inspect --format '{{.RootFS.Layers}}' a b",
      'a: 1\nb: 1 2',
    ],
    [{ image: 'a' }, images({}), null, null],
  ])('%j', (predicate, answers, command, value) => {
    expect(shown(predicate, here, answers)).toMatchObject({ command, value });
  });
});
