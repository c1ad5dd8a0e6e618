import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meet } from './convex';
import { projectsArb } from './fixtures/projects';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import { islandsOf } from './hull-islands';
import { outlineOf } from './outline';
import type { Place } from './places';
import { sharingGraph } from '../sharing/graph';
import { layOut } from './sharing-layout';

const SIZE = { width: 1240, height: 840 };

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
      fc.property(projectsArb, fc.nat(20), (sketches, first) => {
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
