import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machine } from './fixtures/machine';
import { lessonOf, sightOf } from './fixtures/sight';
import type { Lesson } from './lesson';
import { inLab, ran } from './ran';
import type { Ran, Run } from './run';
import { begin, choose, enter, look, saw } from './runner';
import { told } from './told';

const nobody = machine([]);
const refused = lessonOf(
  { answered: true },
  { run: ['docker run', 'docker ps'], ends: [{ command: 1, exit: 125, prints: 'invalid mode' }] },
);
const LAB = { one: [0, 1] };
const NOTHING = { because: null, news: [] };

function shown(lesson: Lesson, lab: Run['lab'] | null = LAB): Run {
  const began = begin(lesson, { snapshot: nobody, answers: new Map(), at: 0 });
  return enter(inLab(began, lab), lesson, 'one', sightOf(began, lesson, nobody, {}, 1000));
}
const looked = (run: Run, lesson: Lesson) =>
  look(run, lesson, 'one', sightOf(run, lesson, nobody, {}, 90_000));
const tell = (run: Run, lesson: Lesson) =>
  told(run, lesson, 'one', sightOf(run, lesson, nobody, {}, 99_000));

type Deed = 'answer' | 'skip' | 'saw' | [command: number, exit: number | null, text: string];
const WELL: Deed[] = [
  [0, 125, 'docker: invalid mode: x.'],
  [1, 0, 'NAMES'],
];

function after(lesson: Lesson, deeds: readonly Deed[], lab: Run['lab'] | null = LAB): Run {
  return deeds.reduce(
    (run, deed, nth) => {
      const at = 2000 + nth * 1000;
      const next =
        deed === 'answer'
          ? choose(run, lesson, 'one', 'own', at)
          : deed === 'skip'
            ? choose(run, lesson, 'one', null, at)
            : deed === 'saw'
              ? saw(run, lesson, 'one', at)
              : ran(run, lesson, 'one', deed[0], { ...NOTHING, exit: deed[1], text: deed[2] }, at);
      return looked(next, lesson);
    },
    shown(lesson, lab),
  );
}

describe('a step that an answer completes, in the lab', () => {
  it.each<[string, Deed[], number | null, string]>([
    ['only shown', [], null, 'waiting'],
    ['answered', ['answer'], null, 'waiting'],
    ['run', WELL, null, 'waiting'],
    ['answered, and one is run', ['answer', ...WELL.slice(0, 1)], null, 'waiting'],
    ['answered, and all is run', ['answer', ...WELL], 4000, 'done'],
    ['skipped, and all is run', ['skip', ...WELL], 4000, 'done'],
    ['answered, and said to be seen', ['answer', 'saw'], null, 'waiting'],
    ['said to be seen, and all is run', ['answer', 'saw', ...WELL], 5000, 'done'],
    ['run, and then answered', [...WELL, 'answer'], 4000, 'done'],
    ['run the other way round', ['answer', ...WELL.toReversed()], 4000, 'done'],
    ['another exit code', ['answer', [0, 0, 'invalid mode'], [1, 0, '']], null, 'disagrees'],
    ['other words', ['answer', [0, 125, 'no such image'], [1, 0, '']], null, 'disagrees'],
    ['it did not end', ['answer', [0, null, 'invalid mode'], [1, 0, '']], null, 'disagrees'],
    [
      'what has no end of its own fails',
      ['answer', ...WELL.slice(0, 1), [1, 1, '']],
      null,
      'disagrees',
    ],
    ['run again, and well', ['answer', [0, 1, 'gone'], ...WELL], 5000, 'done'],
    ['run again once it was done, and badly', ['answer', ...WELL, [1, 1, '']], 4000, 'done'],
    ['a command that it has not', ['answer', [7, 0, '']], null, 'waiting'],
  ])('%s', (_, deeds, doneAt, state) => {
    const run = after(refused, deeds);
    expect(run.steps.one?.doneAt ?? null).toBe(doneAt);
    expect(tell(run, refused).state).toBe(state);
    if (doneAt !== null) expect(run.steps.one?.told).toBe(false);
  });

  it.each<[string, object, Run['lab'] | null, number]>([
    ['there is no lab', {}, null, 3000],
    ['the lab has nothing of it', {}, {}, 3000],
    ['one of its commands is typed by hand', {}, { one: [0] }, 3000],
    ['it has no commands', { run: [], ends: [] }, { one: [] }, 2000],
  ])('is told, not checked, where %s', (_, change, lab, doneAt) => {
    const lesson = lessonOf({ answered: true }, { run: ['a', 'b'], ...change });
    expect(after(lesson, ['answer', 'saw'], lab).steps.one).toMatchObject({ doneAt, told: true });
  });
});

it.each<[string, object[], number, string, boolean]>([
  ['nothing said', [], 0, '', true],
  ['nothing said', [], 3, '', false],
  ['a code', [{ command: 1, exit: 3 }], 3, '', true],
  ['a code', [{ command: 1, exit: 3 }], 0, '', false],
  ['words alone', [{ command: 1, prints: 'No such file' }], 2, 'ls: No such file', true],
  ['words alone', [{ command: 1, prints: 'No such file' }], 0, '', false],
  ['whatever comes', [{ command: 1 }], 77, '', true],
  ['of another', [{ command: 2, exit: 3 }], 3, '', false],
])('an end: %s', (_, ends, exit, text, isDone) => {
  const lesson = lessonOf({ answered: true }, { run: ['a'], ends });
  const run = after(lesson, ['answer', [0, exit, text]], { one: [0] });
  expect(run.steps.one?.doneAt !== undefined).toBe(isDone);
});

it.each<[Ran['because'], boolean]>([
  [{ code: 'not-labelled', what: 'c1' }, true],
  [{ code: 'folder-taken', path: '/tmp/nsview-x' }, true],
  [{ code: 'stopped' }, false],
  [{ code: 'deadline', seconds: '60' }, false],
  [null, false],
])('what the lab refuses for good is typed by hand, and told: %j', (because, isTold) => {
  const lesson = lessonOf({ answered: true }, { run: ['a'] });
  const tried = after(lesson, ['answer'], { one: [0] });
  const ended = { exit: null, because, news: [], text: '' };
  const refusing = looked(ran(tried, lesson, 'one', 0, ended, 5000), lesson);
  expect(refusing.steps.one?.doneAt).toBeUndefined();
  const run = looked(saw(refusing, lesson, 'one', 6000), lesson);
  expect(run.steps.one?.told ?? null).toBe(isTold ? true : null);
  expect(tell(run, lesson).state).toBe(isTold ? 'done' : 'disagrees');
});

describe('what the machine tells is not the lab’s to say', () => {
  const lesson = lessonOf({ running: 'c1' }, { run: ['a'] });

  it('a command that ended well completes nothing', () => {
    const run = after(lesson, ['answer', [0, 0, '']], { one: [0] });
    expect(run.steps.one?.doneAt).toBeUndefined();
    expect(tell(run, lesson).state).toBe('waiting');
  });

  it('one that failed does not disagree', () => {
    expect(tell(after(lesson, [[0, 1, '']], { one: [0] }), lesson).state).toBe('waiting');
  });
});

it('another boot keeps what the lab can run, and forgets what it ran', () => {
  const run = after(refused, ['answer', ...WELL]);
  const booted = { ...nobody, bootId: 'another' };
  const anew = look(run, refused, 'one', { snapshot: booted, answers: new Map(), at: 99_000 });
  expect(anew.lab).toEqual(LAB);
  expect(anew.steps.one?.ran).toBeUndefined();
});

it('keeps the end of what was printed, and says how much it left', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 400 }),
      fc.nat(900),
      (some, long) => {
        const lines = [...some.map((line) => line.replaceAll('\n', ' ')), 'x'.repeat(long), 'last'];
        const run = after(refused, [[0, 0, lines.join('\n')]]);
        const { text = '', left = -1 } = run.steps.one?.ran?.[0] ?? {};
        const shownLines = text.split('\n');
        expect(shownLines.length).toBeLessThanOrEqual(200);
        expect(shownLines.length + left).toBe(lines.length);
        expect(shownLines.at(-1)).toBe('last');
        expect(Math.max(...shownLines.map(({ length }) => length))).toBeLessThanOrEqual(500);
      },
    ),
    { numRuns: 200 },
  );
});

it('whatever is run and answered, in whichever order, it is done only when all ended as said', () => {
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.constantFrom<Deed>('answer', 'skip'),
    fc.tuple(
      fc.constantFrom(0, 1),
      fc.constantFrom(0, 1, 125, null),
      fc.constantFrom('', 'an invalid mode'),
    ),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
      // The first moment at which the last runs of both were well and something was answered.
      const isWell = (upTo: readonly Deed[]) => {
        const last = (command: number) =>
          upTo.filter((each) => Array.isArray(each) && each[0] === command).at(-1);
        const [one, two] = [last(0), last(1)];
        return (
          upTo.some((each) => !Array.isArray(each)) &&
          Array.isArray(one) &&
          one[1] === 125 &&
          one[2] !== '' &&
          Array.isArray(two) &&
          two[1] === 0
        );
      };
      const first = deeds.findIndex((_, nth) => isWell(deeds.slice(0, nth + 1)));
      const run = after(refused, deeds);
      expect(run.steps.one?.doneAt ?? null).toBe(first < 0 ? null : 2000 + first * 1000);
    }),
    { numRuns: 600 },
  );
});
