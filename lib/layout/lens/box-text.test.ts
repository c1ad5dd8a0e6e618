import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import { LANGUAGES } from '../../model/language';
import { NAMESPACE_TYPES } from '../../model/namespace-type';
import type { Snapshot } from '../../model/snapshot';
import { sansWidth } from '../node-text';
import { GeneratedMachine } from '../../../e2e/harness/generated/machine';
import { boxTitle } from './box-text';
import { SAID } from './title-look';
import { lensBoxes } from './lens-boxes';
import { layOutLens, type PlacedBox } from './lens-layout';

const titlesOf = (snapshot: Snapshot, width: number, height: number) =>
  LANGUAGES.flatMap((language) =>
    NAMESPACE_TYPES.flatMap((type) => {
      const layout = layOutLens(lensBoxes(snapshot, type, new Set()), { width, height });
      return layout.boxes.map((placed) => ({
        placed,
        title: boxTitle(placed, layout.look, type, 0, messagesFor(language).lens),
      }));
    }),
  );

/** What stands below a title: the first of it. */
const below = ({ dots, strip }: PlacedBox) =>
  Math.min(...dots.map(({ y }) => y), strip?.y ?? Infinity);

describe.each([2, 12, 30, 60])('titles of a machine with %i containers', (count) => {
  const snapshot = new GeneratedMachine(count, 4 * count + 80).snapshot();

  it.each([
    [915, 450],
    [1500, 800],
  ])('stay in their boxes and above the dots, %i × %i', (width, height) => {
    for (const { placed, title } of titlesOf(snapshot, width, height)) {
      for (const { text, x, y } of title.said) {
        expect(x + sansWidth(text, SAID)).toBeLessThanOrEqual(placed.x + placed.width);
        expect(y).toBeLessThanOrEqual(Math.min(below(placed), placed.y + placed.height));
      }
    }
  });

  it('name every member where there is room', () => {
    for (const { placed, title } of titlesOf(snapshot, 4000, 4000)) {
      expect(title.names).toHaveLength(placed.box.members.length);
      const text = title.said.map((line) => line.text).join(' ');
      for (const name of title.names) expect(text).toContain(name);
    }
  });
});

it('names all in several lines before it counts any', () => {
  const snapshot = new GeneratedMachine(12, 0, 3, 6).snapshot();
  const shared = titlesOf(snapshot, 400, 400).filter(({ placed }) => placed.box.members.length > 3);
  const several = shared.filter(({ title }) => title.said.length > 1);
  expect(several.length).toBeGreaterThan(0);
  for (const { placed, title } of several) {
    expect(title.names).toHaveLength(placed.box.members.length);
  }
});
