import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectHulls } from './drawn-hulls';
import { projectsArb } from './fixtures/projects';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { sharingGraph } from '../sharing/graph';
import { layOut } from './sharing-layout';

const SIZE = { width: 1240, height: 840 };

describe('projectHulls', () => {
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

  test('are the same whatever the order of containers', () => {
    fc.assert(
      fc.property(projectsArb, (sketches) => {
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
