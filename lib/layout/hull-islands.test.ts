import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meet } from './convex';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { boxAround, tooClose } from './geometry';
import { islandsOf, projectHulls } from './hull-islands';
import { PROJECT_NAME_SIZE } from './node-text';
import { sansWidth } from './node-text';
import { outlineOf } from './outline';
import { roomAt, type Place } from './places';
import { sharingGraph } from './sharing-graph';
import { layOut } from './sharing-layout';

const SIZE = { width: 1240, height: 840 };

const sketchArb = fc.record({
  project: fc.option(fc.constantFrom('shop', 'blog', 'a-project-with-a-long-name'), {
    nil: undefined,
  }),
  net: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  onHost: fc.boolean(),
});
const machineArb = fc.array(sketchArb, { maxLength: 20 }).map((sketches) =>
  sketches.map(({ project, net, onHost }, index): Sketch => ({
    name: `c${index}`,
    ...(project === undefined ? {} : { project }),
    ...(net === undefined ? {} : { shares: { net } }),
    ...(onHost ? { host: ['pid'] } : {}),
  })),
);

const place = (x: number, y: number): Place => ({ x, y, room: 'container', labelAbove: false });

/** Containers of these projects, side by side; with as many places. */
function rowOf(projects: (string | undefined)[]) {
  const graph = sharingGraph(
    sampleSnapshot(
      projects.map((project, index) => ({
        name: `c${index}`,
        ...(project === undefined ? {} : { project }),
      })),
    ),
  );
  const places = new Map(graph.nodes.map(({ key }, index) => [key, place(index * 168, 0)]));
  return islandsOf(graph, places).map(({ project, pieces }) => [project, pieces.flat().length]);
}

describe('islandsOf', () => {
  test.each<[string, (string | undefined)[], [string, number][]]>([
    ['nobody in a project', [undefined, undefined], []],
    ['alone in a project', ['shop', undefined], []],
    ['side by side', ['shop', 'shop', undefined], [['shop', 2]]],
    [
      'a stranger between them',
      ['shop', undefined, 'shop'],
      [
        ['shop', 1],
        ['shop', 1],
      ],
    ],
    [
      'two projects',
      ['shop', 'shop', 'blog', 'blog'],
      [
        ['blog', 2],
        ['shop', 2],
      ],
    ],
  ])('%s', (_name, projects, expected) => {
    expect(rowOf(projects)).toEqual(expected);
  });

  test('nothing stands in a project that is not of it, and all that are of it stand in it', () => {
    fc.assert(
      fc.property(machineArb, fc.nat(20), (sketches, first) => {
        const before = layOut(sharingGraph(sampleSnapshot(sketches.slice(0, first))), SIZE, null);
        const graph = sharingGraph(sampleSnapshot(sketches));
        const { places } = layOut(graph, SIZE, before);
        for (const { pieces, polygons } of islandsOf(graph, places)) {
          const own = new Set(pieces.flat());
          for (const [key, each] of places) {
            const isIn = polygons.some((polygon) => meet(polygon, outlineOf(each, each.room)));
            expect(isIn, key).toBe(own.has(key));
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('on a fresh picture, a project is in one piece', () => {
  const sketches = ['shop', 'blog', 'jobs', undefined].flatMap((project, nth) =>
    Array.from({ length: 5 }, (_, index): Sketch => {
      const name = `${project ?? 'c'}-${index}`;
      const shares = index < 2 ? { shares: { net: `n${nth}` } } : {};
      return { name, ...shares, ...(project === undefined ? {} : { project }) };
    }),
  );
  const graph = sharingGraph(sampleSnapshot(sketches));
  const hulls = projectHulls(graph, layOut(graph, SIZE, null).places);
  expect(hulls.map(({ project }) => project)).toEqual(['blog', 'jobs', 'shop']);
});

describe('projectHulls', () => {
  test('a project’s name covers no ring and no label, whatever there is and whatever comes', () => {
    fc.assert(
      fc.property(machineArb, fc.nat(20), (sketches, first) => {
        const before = layOut(sharingGraph(sampleSnapshot(sketches.slice(0, first))), SIZE, null);
        const graph = sharingGraph(sampleSnapshot(sketches));
        const { places } = layOut(graph, SIZE, before);
        for (const { name } of projectHulls(graph, places)) {
          const half = sansWidth(name.text, PROJECT_NAME_SIZE, true) / 2;
          const box = boxAround(name, half, PROJECT_NAME_SIZE / 2);
          for (const [key, each] of places) {
            expect(tooClose(box, roomAt(each, each.room), 0), `${name.text}, ${key}`).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are the same whatever the order of containers', () => {
    fc.assert(
      fc.property(machineArb, (sketches) => {
        const snapshot = sampleSnapshot(sketches);
        const turned = { ...snapshot, containers: snapshot.containers.toReversed() };
        const hulls = [snapshot, turned].map((each) => {
          const graph = sharingGraph(each);
          return projectHulls(graph, layOut(graph, SIZE, null).places);
        });
        expect(hulls[1]).toEqual(hulls[0]);
      }),
      { numRuns: 20 },
    );
  });
});
