import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DETAILS, projectName, projectNameY } from './detail';
import { projectsArb } from './fixtures/projects';
import { projectHulls } from './drawn-hulls';
import { podSketches, sampleSnapshot } from './fixtures/sample-snapshot';
import { boxAround, distance, tooClose, type Box } from './geometry';
import { islandsOf } from './hull-islands';
import { PROJECT_NAME_SIZE, sansWidth } from './node-text';
import { roomAt, type Place, type Places } from './places';
import { projectNames, type ProjectName } from './project-names';
import { CONTAINER_RING } from './ring';
import { withoutPauses } from '../select/pauses';
import { sharingGraph, type SharingGraph } from '../sharing/graph';
import { layOut } from './sharing-layout';
import { SLOT_WIDTH } from './slot-size';

const SIZE = { width: 1240, height: 840 };

function namesIn(graph: SharingGraph, places: Places): ProjectName[] {
  return projectNames(islandsOf(graph, places), places, new Set()).map(({ name }) => name);
}

function textAt({ written }: ProjectName, size: number): string {
  return written.find((each) => each.size === size)?.text ?? expect.fail(`nothing at ${size}`);
}

/** What the letters of a name cover. */
function inkOf(name: ProjectName, size: number): Box {
  return boxAround(
    { x: name.x, y: projectNameY(name, size) },
    sansWidth(textAt(name, size), size, true) / 2,
    size / 2,
  );
}

test('a project’s name covers no ring and no label, whatever there is and whatever comes', () => {
  fc.assert(
    fc.property(projectsArb, fc.nat(20), (sketches, first) => {
      const before = layOut(sharingGraph(sampleSnapshot(sketches.slice(0, first))), SIZE, null);
      const graph = sharingGraph(sampleSnapshot(sketches));
      const { places } = layOut(graph, SIZE, before);
      for (const name of namesIn(graph, places)) {
        const box = inkOf(name, PROJECT_NAME_SIZE);
        for (const [key, each] of places) {
          expect(
            tooClose(box, roomAt(each, each.room), 0),
            `${textAt(name, PROJECT_NAME_SIZE)}, ${key}`,
          ).toBe(false);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('at each size, names that are drawn meet neither each other nor what is in a ring', () => {
  fc.assert(
    fc.property(projectsArb, (sketches) => {
      const graph = sharingGraph(sampleSnapshot(sketches));
      const { places } = layOut(graph, SIZE, null);
      const names = namesIn(graph, places);
      for (const size of DETAILS.map(projectName)) {
        const drawn = names.filter(({ written }) => written.some((each) => each.size === size));
        drawn.forEach((name, index) => {
          const ink = inkOf(name, size);
          for (const other of drawn.slice(index + 1)) {
            expect(tooClose(ink, inkOf(other, size), 0), `${textAt(name, size)}, ${size}`).toBe(
              false,
            );
          }
          for (const ring of [...places.values()].filter(({ room }) => room === 'container')) {
            const nearest = {
              x: Math.min(Math.max(ring.x, ink.left), ink.right),
              y: Math.min(Math.max(ring.y, ink.top), ink.bottom),
            };
            expect(distance(ring, nearest)).toBeGreaterThan(CONTAINER_RING.inner);
          }
        });
      }
    }),
    { numRuns: 40 },
  );
});

/** Two projects of two containers each, one beside the other. */
function neighbours(one: string, other: string): ProjectName[] {
  const projects = [one, one, other, other];
  const graph = sharingGraph(
    sampleSnapshot(projects.map((project, index) => ({ name: `c${index}`, project }))),
  );
  const place = (x: number): Place => ({ x, y: 0, room: 'container', labelAbove: false });
  return namesIn(
    graph,
    new Map(graph.nodes.map(({ key }, index) => [key, place(index * SLOT_WIDTH)])),
  );
}

test.each<[string, [string, string], [number, number]]>([
  ['short names have room at every size', ['blog', 'shop'], [52, 52]],
  [
    'of two that would meet, the second gives way',
    ['a-blog-of-all-things', 'the-very-long-shop'],
    [52, 30],
  ],
])('%s', (_case, [one, other], sizes) => {
  expect(neighbours(one, other).map(({ written }) => written.at(-1)?.size)).toEqual(sizes);
});

describe('the ground of a pod with one container', () => {
  const written = (pod: string, hasPause = true) => {
    const all = podSketches(pod, ['app']);
    const whole = sampleSnapshot([...(hasPause ? all : all.slice(1)), { name: 'c1' }]);
    const { snapshot } = withoutPauses({ snapshot: whole, whole }, { pauses: false, select: null });
    const graph = sharingGraph(snapshot, undefined, whole);
    const { places } = layOut(graph, SIZE, null);
    const [ground = expect.fail('no ground')] = projectHulls(graph, places);
    return ground.name.written;
  };

  it('says that it stands for its pause container', () => {
    expect(written('shop/web-0')[0]).toEqual({ size: 12, text: 'shop/web-0 + pause' });
  });

  it('is there where nothing runs that holds the pod, as CRI-O keeps most', () => {
    expect(written('shop/web-0', false)[0]).toEqual({ size: 12, text: 'shop/web-0' });
  });

  it('is named from any distance, by less where there is less room', () => {
    const texts = written('shop/web-7d9f8c6b5-x2k9q').map(({ text }) => text);
    expect(texts[0]).toMatch(/^web-.+…\S*q \+ pause$/);
    expect(texts).toHaveLength(DETAILS.length);
    for (const text of texts.slice(1)) expect(text).toMatch(/^we?b?-?.*…\S*$/);
  });
});
