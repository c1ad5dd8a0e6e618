import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRIVILEGES } from '../../findings/fixtures/one';
import type { MountInside } from '../../inside/mnt';
import type { Snapshot } from '../../model/snapshot';
import { machine } from '../fixtures/machine';
import { answered, lessonOf, runOf, said, sightOf, type Answers } from '../fixtures/sight';
import type { Step } from '../lesson';
import { parseLesson } from '../parse';
import { look } from '../runner';
import { SHIPPED_LESSONS } from '../shipped';
import { told } from '../told';

/* Steps of the course that something else than what they tell of once completed, or that some machines never did. */

const LESSONS = new Map(
  SHIPPED_LESSONS.map((id) => {
    const read = parseLesson(readFileSync(new URL(`${id}.yaml`, import.meta.url), 'utf8'));
    if ('problems' in read) throw new Error(`${id} has mistakes`);
    return [id, read.lesson];
  }),
);

function stepOf(lesson: (typeof SHIPPED_LESSONS)[number], id: string): Step {
  const step = LESSONS.get(lesson)?.steps.find((each) => each.id === id);
  if (step === undefined) throw new Error(`${lesson} has no step ${id}`);
  return step;
}

/** What the step says of what came about since it was shown with nothing there; null: no hint is told. */
function hintOf({ done, hints }: Step, snapshot: Snapshot, answers: Answers = {}) {
  const one = lessonOf(done, { hints });
  const nobody = machine([]);
  const none = { image: { is: 'refused', code: 'gone' } } as const;
  const begun = runOf(one, nobody);
  const before = look(begun, one, 'one', sightOf(begun, one, nobody, none));
  const run = look(before, one, 'one', sightOf(before, one, snapshot, answers));
  const { state, hint } = told(run, one, 'one', sightOf(run, one, snapshot, answers));
  return { state, hint: hints[hint ?? -1]?.say.en ?? null };
}

/** Images by their names, each with its layers. */
const images = (layersOf: Record<string, string[]>): Answers => ({
  image: ({ image }) => {
    const layers = layersOf[String(image)];
    if (layers === undefined) return { is: 'refused', code: 'gone' };
    return answered({
      ...{ engine: 'e', id: `sha256:${layers.join('')}`, tags: [], bytes: 1, steps: null },
      containers: [],
      layers: layers.map((digest) => ({ digest, bytes: 1, instruction: null, sharedWith: [] })),
    });
  },
});
const HELLO = ['base', 'hello'];
const GOODBYE = ['base', 'goodbye'];
const PULLED = 'localhost:5000/nsview-hello';

describe('what is pulled', () => {
  const fromIt = machine([{ name: 'c1', nth: 1, container: { image: PULLED } }]);
  const { done } = stepOf('images', 'pull');

  it('is what was pushed', () => {
    const told = images({ [PULLED]: HELLO, 'nsview-hello:2': GOODBYE });
    expect(said(done, fromIt, told)).toBe('true');
  });

  it('is not another image that was given its name', () => {
    const told = images({ [PULLED]: GOODBYE, 'nsview-hello:2': GOODBYE });
    expect(said(done, fromIt, told)).toBe('false');
    expect(hintOf(stepOf('images', 'pull'), fromIt, told)).toMatchObject({
      ...{ state: 'disagrees', hint: expect.stringMatching(/^Under that name there is another/) },
    });
  });
});

it('no fact of a push is so without the push', () => {
  const tagged = images({ [PULLED]: HELLO, [`${PULLED}:2`]: GOODBYE });
  const facts = stepOf('images', 'push').evidence.map((fact) => said(fact, machine([]), tagged));
  expect(facts).not.toContain('true');
});

describe('root in a container', () => {
  const root = { uid: 231_072 };
  const remapped = (of: { uid: number }) =>
    machine([
      { name: 'c1', nth: 1, in: { user: 'own' }, process: root },
      { name: 'c2', nth: 2, in: { user: 'own', net: 'c1' }, process: of },
    ]);
  const onHost = (uid: number) =>
    machine([
      { name: 'c1', nth: 1 },
      { name: 'c2', nth: 2, in: { net: 'c1' }, process: { uid } },
    ]);
  const mounted: MountInside = {
    ...{
      id: 1,
      parent: 0,
      target: '/out',
      root: '/',
      deleted: false,
      fs: 'ext4',
      source: '/dev/a',
    },
    ...{ options: ['rw'], fsOptions: ['rw'], propagation: 'private', hidden: false, layers: null },
    ...{ kind: 'bind', hostPath: null },
  };
  const out: Answers = {
    inside: answered({ type: 'mnt', root: '/', landmarks: null, mounts: [mounted] }),
  };

  it.each([
    ['user-1000', 'another number outside', remapped(root), out, 'false'],
    ['user-1000', 'root of the host', onHost(0), out, 'false'],
    ['user-1000', 'user 1000', onHost(1000), out, 'true'],
    ['own-hand', 'another number outside', remapped(root), {}, 'false'],
    ['own-hand', 'root of the host', onHost(0), {}, 'false'],
    ['own-hand', 'another user inside', remapped({ uid: 232_072 }), {}, 'true'],
    ['own-hand', 'another user of the host', onHost(1000), {}, 'true'],
  ])('completes %s: %s', (id, _who, snapshot, answers, truth) => {
    expect(said(stepOf('namespaces', id).done, snapshot, answers)).toBe(truth);
  });

  it.each(['user-root', 'user-1000'])('%s is for machines with users of the host', (id) => {
    expect(stepOf('namespaces', id).requires).toEqual(['host-users']);
  });
});

it.each(['clock_nanosleep', 'nanosleep'])('who sleeps may do so in %s', (sleeps) => {
  const both = machine([
    { name: 'c1', nth: 1 },
    { name: 'c2', nth: 2 },
  ]);
  const calls = (ofC2: string): Answers => ({
    process: ({ pid }) =>
      answered({
        ...{ ...PRIVILEGES, pid: Number(pid), startTicks: `${String(pid)}1` },
        call: { number: 1, name: pid === 1100 ? sleeps : ofC2 },
      }),
  });
  const { done, evidence } = stepOf('kernel', 'syscall');
  for (const claim of [done, ...evidence, ...stepOf('kernel', 'host-calls').evidence]) {
    expect(said(claim, both, calls('read'))).toBe('true');
  }
  expect(hintOf(stepOf('kernel', 'syscall'), both, calls(sleeps)).hint).toBe(
    'c2 sleeps, as c1 does.',
  );
});

it.each([
  ['isolation', 'start-c1', 'c1'],
  ['isolation', 'start-c2', 'c2'],
  ['process', 'two-numbers', 'c1'],
  ['process', 'several', 'c2'],
  ['images', 'run', 'c1'],
  ['images', 'second-instance', 'c2'],
  ['kernel', 'one-kernel', 'c2'],
] as const)('of a container that was only made %s %s says so', (lesson, id, name) => {
  const nth = name === 'c1' ? 1 : 2;
  const only = machine([{ name, nth, container: { state: 'created' } }]);
  expect(hintOf(stepOf(lesson, id), only)).toEqual({
    ...{
      state: 'disagrees',
      hint: `${name} was made, but it does not run. Nothing has started it.`,
    },
  });
});
