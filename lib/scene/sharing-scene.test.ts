import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { arrange } from '../layout/arrangement';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { canvasFor, fitCamera, PROJECTED } from '../layout/camera';
import { detailAt } from '../layout/detail';
import { sansWidth } from '../layout/node-text';
import { CONTAINER_RING, HOST_RING } from '../layout/ring';
import { HOST_KEY } from '../layout/places';
import { sharingGraph } from '../sharing/graph';
import { folded } from '../select/folded';
import { STOPPED_KEY } from '../sharing/stopped-fold';
import { LANGUAGES } from '../model/language';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Mark } from './mark';
import { SharingScenes, type SharingSubject } from './sharing-scene';

const SIZE = { width: 1000, height: 700 };
const PAIR: Sketch[] = [
  { name: 'c1', shares: { pid: 'a' } },
  { name: 'c2', shares: { pid: 'a' } },
];

function subjectOf(sketches: Sketch[], changes: Partial<SharingSubject> = {}): SharingSubject {
  const whole = sampleSnapshot(sketches);
  const graph = sharingGraph(whole);
  const { layout, ties, hulls } = arrange(graph, SIZE, null);
  return {
    ...{ graph, places: layout.places, pins: layout.pins, ties, hulls, whole },
    ...{ types: NAMESPACE_TYPES, detail: 'full', complete: false },
    ...{ chosen: new Set(), openBundles: new Set(), messages: messagesFor('en') },
    ...changes,
  };
}

/** All marks of a picture, those in others after these. */
function marksIn(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark) =>
    mark.kind === 'group' ? [mark, ...marksIn(mark.children)] : [mark],
  );
}

describe('the scene of the Sharing picture', () => {
  it('is the host, containers as they are read, and what they share', () => {
    const scene = new SharingScenes().draw(subjectOf(PAIR));
    const data = scene.things.map(({ drawing }) => drawing.data);
    expect(data.map((each) => each?.container ?? each?.hub)).toEqual([
      HOST_KEY,
      'c1',
      'c2',
      scene.things.at(-1)?.key,
    ]);
    expect(scene.things.at(-1)?.sentence).toContain('c1');
    expect(scene.ties).toHaveLength(2);
  });

  it('has for each arc what it tells, and an edge alone for a type that is not shown', () => {
    const scene = new SharingScenes().draw(subjectOf(PAIR, { types: ['pid'] }));
    const [, c1] = scene.things;
    const arcs = marksIn(c1?.drawing.children ?? []).filter(({ role }) => role === 'arc');
    expect(arcs.map(({ data }) => data?.type)).toEqual(NAMESPACE_TYPES);
    expect(arcs.map(({ is }) => is)).toEqual([
      ['shared'],
      ...Array.from({ length: 7 }, () => ['filtered']),
    ]);
  });

  it('keeps what did not change: with one selected, every other thing is the very same', () => {
    const scenes = new SharingScenes();
    const subject = subjectOf(PAIR);
    const before = scenes.draw(subject);
    // As it comes from the other thread: equal, and none of it the same.
    const { places, ties, hulls } = structuredClone({
      places: subject.places,
      ties: subject.ties,
      hulls: subject.hulls,
    });
    const [, c1] = before.things;
    const chosen = new Set([c1?.identity ?? '']);
    const after = scenes.draw({ ...subject, places, ties, hulls, chosen });
    expect(after.things.map((thing, at) => thing === before.things[at])).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(after.ties.map((tie, at) => tie === before.ties[at])).toEqual([true, true]);
  });

  it.each<['full' | 'backRow' | 'far', number | undefined, string[]]>([
    ['full', 137, ['c9', 'exited']],
    ['backRow', 137, ['c9', 'exited 137']],
    ['backRow', 0, ['c9', 'exited 0']],
    ['backRow', undefined, ['c9', 'exited']],
    ['far', 137, ['c9']],
  ])('says under one that ended, at %s with code %s, %j', (detail, exitCode, expected) => {
    const whole = sampleSnapshot([...PAIR, { name: 'c9', state: 'exited' }]);
    const containers = whole.containers.map((each) =>
      each.name === 'c9' && exitCode !== undefined ? { ...each, exitCode } : each,
    );
    const graph = sharingGraph({ ...whole, containers });
    const { places } = arrange(graph, SIZE, null).layout;
    const scene = new SharingScenes().draw(subjectOf(PAIR, { graph, places, detail }));
    const c9 = scene.things.find(({ drawing }) => drawing.data?.container === 'c9');
    const texts = marksIn(c9?.drawing.children ?? []).filter((mark) => mark.kind === 'text');
    expect(texts.map(({ text }) => text)).toEqual(expected);
    expect(Math.max(...texts.map(({ y }) => y ?? 0))).toBeLessThan(50);
  });

  it('has one thing for many that are stopped, with their number, that opens', () => {
    const jobs = Array.from({ length: 3000 }, (_, index): Sketch => {
      return { name: `job-${String(index)}`, state: 'exited' };
    });
    for (const allStopped of [false, true]) {
      const whole = sampleSnapshot([...PAIR, ...jobs]);
      const { snapshot, stopped } = folded(
        { snapshot: whole, whole },
        { allStopped, pauses: false, select: null },
      );
      const graph = sharingGraph(snapshot, undefined, whole, stopped);
      const { places } = arrange(graph, SIZE, null).layout;
      const scene = new SharingScenes().draw(subjectOf(PAIR, { graph, places, whole }));
      const [stack] = scene.bundles;
      expect(stack?.key).toBe(STOPPED_KEY);
      expect(stack?.selected).toBe(allStopped);
      expect(stack?.sentence).toBe(
        `3000 stopped containers. Press to see ${allStopped ? 'them as one' : 'each'}`,
      );
      const texts = marksIn(stack?.drawing.children ?? []).flatMap((mark) =>
        mark.kind === 'text' ? mark.text : [],
      );
      expect(texts).toEqual(['3000', 'stopped', allStopped ? 'fold' : 'show each']);
      expect(scene.things).toHaveLength(allStopped ? 3004 : 4);
    }
  });

  it('ties many to the host by one line with their number, and by theirs where it was opened', () => {
    const many = Array.from({ length: 6 }, (_, index): Sketch => {
      return { name: `c${String(index)}`, host: ['net'] };
    });
    const closed = new SharingScenes().draw(subjectOf(many));
    expect(closed.ties).toEqual([]);
    expect(closed.bundles.map(({ drawing }) => drawing.data)).toEqual([
      { bundle: 'net', count: 6 },
    ]);
    const open = new SharingScenes().draw(subjectOf(many, { openBundles: new Set(['net']) }));
    expect(open.ties).toHaveLength(6);
    expect(open.bundles.map(({ selected }) => selected)).toEqual([true]);
  });

  it('names all who share where nobody can point at them and there is room', () => {
    const four = ['gateway-north', 'gateway-south', 'gateway-east', 'gateway-west'].map(
      (name): Sketch => ({ name, shares: { net: 'a' } }),
    );
    const saidBy = (subject: SharingSubject) => {
      const { things } = new SharingScenes().draw(subject);
      const marks = marksIn(things.map(({ drawing }) => drawing));
      return marks.flatMap((mark) =>
        mark.kind === 'text' && mark.role === 'sharedBy' ? mark.text : [],
      );
    };
    const subject = subjectOf(four);
    expect(saidBy(subject)[0]).toMatch(/\+\d/);
    // Nothing stands beside the label.
    const places = new Map([...subject.places].filter(([, { room }]) => room === 'hub'));
    const [text = ''] = saidBy({ ...subject, places, complete: true });
    for (const { name } of four) expect(text).toContain(name);
  });

  it.each([
    { width: 1280, height: 600, containers: 2, least: 200 },
    { width: 1920, height: 960, containers: 2, least: 200 },
    { width: 1920, height: 960, containers: 12, least: 0 },
    { width: 1920, height: 960, containers: 24, least: 0 },
  ])(
    'is read from the back row: $containers containers on $width × $height',
    ({ width, height, containers, least }) => {
      const sketches = Array.from({ length: containers }, (_, index): Sketch => {
        return { name: `c${String(index + 1)}`, shares: { pid: `of ${String(index >> 1)}` } };
      });
      const whole = sampleSnapshot(sketches);
      const graph = sharingGraph(whole);
      const size = { width, height };
      const { layout, ties, hulls } = arrange(graph, canvasFor(size, PROJECTED), null);
      const { scale } = fitCamera(layout.bounds, size, PROJECTED);
      const { places, pins } = layout;
      const detail = detailAt(scale, true);
      const scene = new SharingScenes().draw(
        subjectOf([], { graph, places, pins, ties, hulls, whole, detail }),
      );
      expect(2 * CONTAINER_RING.outer * scale).toBeGreaterThanOrEqual(least);
      const texts = marksIn(scene.things.map(({ drawing }) => drawing)).flatMap((mark) =>
        mark.kind === 'text' ? [{ text: mark.text, size: mark.size * scale }] : [],
      );
      expect(texts.length).toBeGreaterThan(containers);
      if (height > 900) expect(texts.filter(({ size: on }) => on < 24)).toEqual([]);
    },
  );

  it('names what is too small to be read only where it can be magnified, or is selected', () => {
    const far = subjectOf(PAIR, { detail: 'far' });
    const labels = (subject: SharingSubject) => {
      const { things } = new SharingScenes().draw(subject);
      return marksIn(things.map(({ drawing }) => drawing)).filter(
        ({ role }) => role === 'kernelName',
      );
    };
    expect(labels(far)).toHaveLength(0);
    expect(labels({ ...far, complete: true })).toHaveLength(1);
    const hub = far.graph.hubs[0]?.id ?? '';
    expect(labels({ ...far, chosen: new Set([hub]) })).toHaveLength(1);
  });

  it('keeps the host’s name off its ring, in whichever language it stands there alone', () => {
    for (const language of LANGUAGES) {
      const messages = messagesFor(language);
      const { things } = new SharingScenes().draw(subjectOf(PAIR, { detail: 'names', messages }));
      const host = things.find(({ key }) => key === HOST_KEY);
      const [name] = marksIn(host === undefined ? [] : [host.drawing]).flatMap((mark) =>
        mark.kind === 'text' && mark.role === 'name' ? [mark] : [],
      );
      if (name === undefined) throw new Error('the host has a name');
      const half = sansWidth(name.text, name.size, true) / 2;
      expect(Math.hypot(half, name.size / 2)).toBeLessThan(HOST_RING.inner - 8);
    }
  });

  it('tells what very many share as large as their names are from far', () => {
    const crowd = Array.from({ length: 40 }, (_, n): Sketch => ({
      name: `c${n}`,
      shares: { net: 'x' },
    }));
    for (const complete of [false, true]) {
      for (const detail of ['backRow', 'middle', 'names', 'far', 'farthest'] as const) {
        const { things } = new SharingScenes().draw(subjectOf(crowd, { detail, complete }));
        const sizes = (role: string) =>
          marksIn(
            things.flatMap(({ drawing }) => (drawing.role === role ? [drawing] : [])),
          ).flatMap((mark) =>
            mark.kind === 'text' && mark.role === 'name'
              ? [{ text: mark.text, size: mark.size }]
              : [],
          );
        const largest = Math.max(...sizes('container').map(({ size }) => size));
        expect(sizes('hub')).toEqual([{ text: 'net × 40', size: largest }]);
      }
    }
  });

  it('draws what was to be shared and is not from arc to arc, and no tie', () => {
    const subject = subjectOf([{ name: 'web' }, { name: 'vpn' }]);
    const [web, vpn] = subject.whole.containers;
    if (web === undefined || vpn === undefined) throw new Error('there are two');
    const joined = { ...web, joins: { net: `container:${vpn.id}` } };
    const graph = sharingGraph({ ...subject.whole, containers: [joined, vpn] });
    const scene = new SharingScenes().draw({ ...subject, graph });
    expect(scene.ties).toEqual([]);
    expect(scene.broken.map(({ data }) => data)).toEqual([
      { 'broken-tie': 'net', from: web.id, to: vpn.id },
    ]);
    expect(new SharingScenes().draw({ ...subject, graph, types: ['pid'] }).broken).toEqual([]);
  });
});
