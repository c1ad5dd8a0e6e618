import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import { sampleSnapshot, type Sketch } from '../../layout/fixtures/sample-snapshot';
import { LANGUAGES } from '../../model/language';
import { ASKED } from '../../protocol/asked';
import { callTold, type CallsTold, type CallTold } from '../../privileges/call-told';
import { process } from '../../select/course-machine';
import type { Mark } from '../mark';
import { callText } from './call-text';
import type { KernelPicture, KernelSubject } from './kernel-picture';
import type { KernelRole } from './kernel-role';
import { kernelScene } from './kernel-scene';

const messages = messagesFor('en');

/** Containers with one process each. */
function picture(
  sketches: readonly Sketch[],
  calls: CallsTold,
  change: Partial<KernelSubject> = {},
): KernelPicture {
  const sample = sampleSnapshot(sketches);
  const snapshot = {
    ...sample,
    processes: [
      process({ pid: 1, comm: 'init', args: ['init'] }),
      ...sample.containers.map(({ pid, id, engine }) => process({ pid, container: id, engine })),
    ],
  };
  return kernelScene({
    ...{ snapshot, whole: snapshot, calls, chosen: new Set<string>(), process: null },
    ...{
      colours: new Map(),
      isOpen: false,
      brief: false,
      opens: true,
      room: { width: 900, height: 600 },
    },
    messages,
    ...change,
  });
}

function marksOf({ parts }: KernelPicture): Mark<KernelRole>[] {
  const all = (mark: Mark<KernelRole>): Mark<KernelRole>[] =>
    mark.kind === 'group' ? [mark, ...mark.children.flatMap(all)] : [mark];
  return parts.flatMap(({ ground, things }) =>
    [...ground, ...things.map(({ drawing }) => drawing)].flatMap(all),
  );
}

const texts = (of: KernelPicture) =>
  marksOf(of).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const arrows = (of: KernelPicture) =>
  marksOf(of).filter(({ role, is }) => role === 'arrow' && is?.includes('sketch') !== true);

describe('the call that a process is in', () => {
  it.each<[string, CallTold, string, string | null, number]>([
    ['is named', { is: 'in', name: 'pause' }, 'pause', 'pause', 1],
    ['is numbered where it has no name', { is: 'numbered', number: 999 }, 'call 999', '999', 1],
    ['is none while it runs', { is: 'running' }, 'runs just now', 'running', 0],
    ['is not known, and why', { is: 'unknown', why: 'EACCES' }, 'not known', null, 0],
    ['was not recorded', { is: 'unknown', why: 'not-in-recording' }, 'not recorded', null, 0],
    ['is asked', { is: 'asked' }, '…', null, 0],
  ])('%s', (_, told, text, data, ways) => {
    const drawn = picture([{ name: 'c1' }], new Map([[2000, told]]));
    const row = marksOf(drawn).find((mark) => mark.data?.process === 2000);
    expect(row?.data?.call).toBe(data);
    expect(row?.data?.unreadable).toBe(told.is === 'unknown' ? 'call' : null);
    expect(texts(drawn)).toContain(text);
    // Only what is in a call leads into the kernel.
    expect(arrows(drawn)).toHaveLength(ways);
  });

  it('is said with its reason', () => {
    const { sentence } = callText({ is: 'unknown', why: 'EACCES' }, messages.kernel);
    expect(sentence).toBe('its system call is not known: it may not be read');
  });

  it('is none of another that had the number', () => {
    const one = process({ pid: 5 });
    expect(callTold(ASKED, one)).toEqual({ is: 'asked' });
    expect(callTold({ is: 'refused', code: 'gone' }, one)).toEqual({ is: 'unknown', why: 'gone' });
  });
});

describe.each(LANGUAGES)('looked at from the back row, %s', (language) => {
  /** In pixels of the picture: half of a screen 1920 wide, so enlarged that its smallest text is 28 high. */
  const room = { width: 460, height: 386 };
  const sleeping: CallTold = { is: 'in', name: 'clock_nanosleep' };
  const calls = new Map([1, 2000, 2001].map((pid) => [pid, sleeping]));
  const drawn = picture([{ name: 'c1' }, { name: 'c2' }], calls, {
    ...{ brief: true, room, messages: messagesFor(language) },
  });

  it('has all of it in sight, and no name is cut', () => {
    expect(drawn.size.height).toBeLessThanOrEqual(room.height);
    expect(texts(drawn).filter((text) => text.includes('…'))).toEqual([]);
  });

  it('says briefly that there is no container', () => {
    const alone = picture([], new Map(), { brief: true, room, messages: messagesFor(language) });
    expect(texts(alone)).toContain(messagesFor(language).kernel.brief.noContainers);
  });

  it('has no text that is smaller', () => {
    const sizes = marksOf(drawn).flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []));
    expect(Math.min(...sizes) * (1128 / room.width)).toBeGreaterThanOrEqual(28);
  });
});

describe('the picture', () => {
  it('says that no container runs only where every engine told its containers', () => {
    const { noContainers, unknownContainers } = messages.kernel;
    expect(texts(picture([], new Map()))).toContain(noContainers);
    const snapshot = sampleSnapshot([], 'denied');
    const denied = picture([], new Map(), { snapshot, whole: snapshot });
    expect(texts(denied)).toContain(unknownContainers);
    expect(texts(denied)).not.toContain(noContainers);
    expect(texts(picture([{ name: 'c1' }], new Map()))).not.toContain(noContainers);
  });

  it('says of a container that runs that its processes are not seen, not that they are none', () => {
    const sample = sampleSnapshot([{ name: 'c1' }]);
    const untold = { pid: 0, unreadable: { pid: 'ENODATA' } };
    const containers = sample.containers.map((each) => ({ ...each, ...untold }));
    const snapshot = { ...sample, containers, processes: [] };
    const drawn = picture([], new Map(), { snapshot, whole: snapshot });
    const said = drawn.parts.find(({ frame }) => frame.data?.container === 'c1')?.sentence;
    expect(said).toContain(messages.kernel.unseen);
    expect(texts(drawn)).toContain(messages.kernel.unseen);
  });

  it('has a place and a target for everything that can be walked to', () => {
    const { parts, places, targets } = picture(
      Array.from({ length: 40 }, (_, n) => ({ name: `c${n}` })),
      new Map(),
    );
    const keys = parts.flatMap(({ things }) => things.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    expect([...places.keys()].toSorted()).toEqual(keys.toSorted());
    expect(keys.filter((key) => !targets.has(key))).toEqual(['vm']);
  });

  it.each([
    [true, 'yes'],
    [false, 'no'],
    [undefined, 'unknown'],
  ])('says whether the machine is a virtual one: %s', (guest, word) => {
    const sample = sampleSnapshot([]);
    const { guest: _, ...host } = sample.host;
    const whole = { ...sample, host: { ...host, ...(guest === undefined ? {} : { guest }) } };
    const { parts } = picture([], new Map(), { whole });
    expect(parts.find(({ key }) => key === 'kernel')?.frame.data?.guest).toBe(word);
  });

  it('leaves calls out where nobody asks', () => {
    const drawn = picture([{ name: 'c1' }], new Map(), { calls: undefined });
    expect(marksOf(drawn).some(({ role }) => role === 'call')).toBe(false);
  });
});
