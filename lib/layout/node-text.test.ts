import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fittedList,
  fittedName,
  imageName,
  nameFromFar,
  shortenedInside,
  sansWidth,
  shortened,
  withoutProject,
} from './node-text';

describe('fittedName', () => {
  test.each([
    { name: 'c1', lines: ['c1'] },
    { name: 'metrics', lines: ['metrics'] },
    { name: 'web-sidecar', lines: ['web-', 'sidecar'] },
    { name: 'kube_state_metrics', lines: ['kube_state_', 'metrics'] },
  ])('$name', ({ name, lines }) => {
    expect(fittedName(name, 66).lines).toEqual(lines);
  });

  test('never wider than the room, never without an end mark where something is missing', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,70}$/),
        fc.constantFrom(null, 18, 26, 36),
        (name, least) => {
          const { lines, size } =
            least === null
              ? fittedName(name, 66)
              : nameFromFar(name, { inside: 66, across: 150 }, least);
          const width = least === null ? 66 : 150;
          for (const line of lines) expect(sansWidth(line, size, true)).toBeLessThanOrEqual(width);
          expect(size).toBeGreaterThanOrEqual(least ?? 10);
          const text = lines.join('');
          expect(text === name || (text.endsWith('…') && name.startsWith(text.slice(0, -1)))).toBe(
            true,
          );
        },
      ),
    );
  });
});

test.each([
  ['c1', 18, ['c1'], 26],
  ['worker', 18, ['worker'], 18],
  ['api-1', 18, ['api-1'], 26],
  ['node-exporter', 18, ['node-', 'exporter'], 18],
  ['web-sidecar', 18, ['web-', 'sidecar'], 18],
  ['agent-1', 32, ['agent-1'], 32],
  ['worker-2-1', 18, ['worker-', '2-1'], 18],
  ['kube-state-metrics', 18, ['kube-state-', 'metrics'], 18],
  ['node-exporter', 32, ['node-', 'exporter'], 32],
  ['worker-1-1', 32, ['worker-', '1-1'], 32],
])('from far, %s at %d or more is %j', (name, least, lines, size) => {
  expect(nameFromFar(name, { inside: 66, across: 154 }, least)).toEqual({ lines, size });
});

test.each([
  ['c1', 60, 'c1'],
  ['etl1-worker-2-1', 80, 'etl1-w…r-2-1'],
  ['etl1-worker-2-1', 200, 'etl1-worker-2-1'],
  ['etl1-worker-2-1', 40, 'etl…-1'],
])('%s in %d pixels keeps both of its ends: %s', (name, width, text) => {
  expect(shortenedInside(name, width, 12)).toBe(text);
});

test.each([
  ['ubuntu', 'ubuntu'],
  ['ubuntu:latest', 'ubuntu'],
  ['registry.example:5000/team/mailer:2.4', 'mailer:2.4'],
  [`nginx@sha256:${'0'.repeat(64)}`, 'nginx'],
  [`sha256:${'ab'.repeat(32)}`, 'abababababab'],
])('imageName(%s) is %s', (image, expected) => {
  expect(imageName(image)).toBe(expected);
});

describe('fittedList', () => {
  const phrase = (shown: string[], more: number) =>
    `shared by ${shown.join(', ')}${more === 0 ? '' : ` +${more}`}`;

  test.each([
    { names: ['c1', 'c2'], text: 'shared by c1, c2' },
    { names: ['a', 'b', 'c', 'd', 'e', 'f'], text: 'shared by a, b, c, d, e, f' },
  ])('all of $names', ({ names, text }) => {
    expect(fittedList(names, 176, 11, phrase)).toBe(text);
  });

  test('counts those left out', () => {
    const names = Array.from({ length: 20 }, (_, index) => `container-${index}`);
    const text = fittedList(names, 176, 11, phrase);
    expect(text).toMatch(/ \+1[789]$/);
    expect(sansWidth(text, 11)).toBeLessThanOrEqual(176);
  });
});

test('shortened leaves at least one character', () => {
  expect(shortened('名字很长的容器', 1, 11)).toBe('名…');
});

test.each([
  ['shop-api-1', 'shop', 'api-1'],
  ['shop_api_1', 'shop', 'api_1'],
  ['shopping-api', 'shop', 'shopping-api'],
  ['api', 'shop', 'api'],
  ['shop-', 'shop', 'shop-'],
  ['shop-api', null, 'shop-api'],
])('%s of %s is %s', (name, project, expected) => {
  expect(withoutProject(name, project)).toBe(expected);
});
