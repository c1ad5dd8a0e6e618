import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { courseMachine } from '../select/course-machine';
import { containerKey } from '../model/ids';
import type { LensSubject } from './lens-picture';
import { LensScenes } from './lens-scene';

const SIZE = { width: 1000, height: 600 };

function subject(changes: Partial<LensSubject> = {}): LensSubject {
  return {
    snapshot: courseMachine,
    whole: courseMachine,
    type: 'pid',
    insides: new Map(),
    room: SIZE,
    opened: new Set(),
    colours: new Map(courseMachine.containers.map((each) => [containerKey(each), '#123456'])),
    chosen: new Set(),
    opens: true,
    messages: messagesFor('en'),
    ...changes,
  };
}

describe('the scene of the Lens', () => {
  it('has a box for each namespace, in it a dot for each process of a container', () => {
    const scene = new LensScenes().draw(subject());
    const dots = scene.parts.flatMap(({ key, dots }) =>
      dots.map(({ drawing }) => [key, drawing.data]),
    );
    const expected = courseMachine.processes.filter(({ container }) => container !== null);
    expect(expected.length).toBeGreaterThan(2);
    for (const { pid, namespaces } of expected) {
      const shown = expect.objectContaining({ process: pid }) as unknown;
      expect(dots).toContainEqual([namespaces.pid, shown]);
    }
    for (const { key, frame } of scene.parts) expect(frame.data?.box).toBe(key);
  });

  it('keeps what did not change: a container selected draws its own dots anew, and no others', () => {
    const scenes = new LensScenes();
    const [before, [c1]] = [scenes.draw(subject()), courseMachine.containers];
    const after = scenes.draw(
      subject({ chosen: new Set([c1 === undefined ? '' : containerKey(c1)]) }),
    );
    const dots = ({ parts }: typeof before) => parts.flatMap((each) => each.dots);
    const anew = dots(after).filter((dot, at) => dot !== dots(before)[at]);
    const own = courseMachine.processes.filter(({ container }) => container === c1?.id);
    expect(anew.map(({ drawing }) => drawing.data?.process)).toEqual(own.map(({ pid }) => pid));
  });

  it('tells the number of a process on every level between its own and the host’s', () => {
    const [nested] = courseMachine.processes.filter(({ container }) => container !== null);
    if (nested === undefined) throw new Error('a process of a container');
    const [host, own] = [nested.pid, 1];
    const deep = { ...courseMachine, processes: [{ ...nested, nsPids: [host, 77, 25, own] }] };
    const scene = new LensScenes().draw(subject({ snapshot: deep, whole: deep }));
    const [dot] = scene.parts.flatMap(({ dots }) => dots);
    const texts = dot?.drawing.children.flatMap((each) => (each.kind === 'text' ? each.text : []));
    expect(texts).toContain(`25 · 77 · host ${host}`);
    expect(dot?.sentence).toMatch(
      new RegExp(`^PID 1: .* PID 25 one level up, PID 77 2 levels up, PID ${host} on the host`),
    );
  });

  it('writes the names of containers in their colours', () => {
    const [c1, c2] = courseMachine.containers;
    if (c1 === undefined || c2 === undefined) throw new Error('the course has two containers');
    const colours = new Map([
      [containerKey(c1), '#111111'],
      [containerKey(c2), '#222222'],
    ]);
    const scene = new LensScenes().draw(subject({ colours }));
    const shared = scene.parts.find(({ key }) => key === c1.namespaces.pid);
    const said = shared?.things[0]?.drawing.children.find(({ role }) => role === 'said');
    expect(said).toMatchObject({
      text: 'shared by c1 and c2',
      parts: [
        { text: 'shared by ', tint: null },
        { text: 'c1', tint: '#111111' },
        { text: ' and ', tint: null },
        { text: 'c2', tint: '#222222' },
      ],
    });
  });

  it('offers to open what is only counted where it can be opened', () => {
    const words = (opens: boolean) => {
      const strips = new LensScenes()
        .draw(subject({ opens }))
        .parts.flatMap(({ things }) => things)
        .filter(({ drawing }) => drawing.role === 'strip');
      return strips
        .flatMap(({ drawing }) => drawing.children)
        .filter(({ role }) => role === 'said');
    };
    expect(words(true)[0]).toMatchObject({ link: messagesFor('en').lens.open });
    expect(words(false)[0]).not.toHaveProperty('link');
  });
});
