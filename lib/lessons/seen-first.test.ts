import { describe, expect, it } from 'vitest';
import { machine } from './fixtures/machine';
import { lessonOf, sightOf } from './fixtures/sight';
import { SHOWN_STEP } from './fixtures/shown-step';
import { keptRun } from './kept-run';
import type { Lesson } from './lesson';
import { inLab } from './ran';
import type { Run, StepRun } from './run';
import { begin, choose, enter, look, saw, without } from './runner';
import { awaitsSeeing, isSeenFirst, tellsFacts } from './seen-first';
import { told } from './told';

const nobody = machine([]);
const ps = { kind: 'observe', run: ['docker exec c1 ps aux'] };
const listing = lessonOf({ answered: true }, ps);

it.each<[string, Lesson, boolean]>([
  ['what is typed leaves no trace', listing, true],
  ['its learner is to find what leaves none', lessonOf({ answered: true }, { solve: ['a'] }), true],
  ['nothing is typed', lessonOf({ answered: true }, { kind: 'explain' }), false],
  ['it looks back, and tidies up', lessonOf({ answered: true }, { ...ps, kind: 'recap' }), false],
  ['the machine tells', lessonOf({ running: 'c1' }, ps), false],
  ['it tells as well', lessonOf({ all: [{ answered: true }, { running: 'c1' }] }, ps), false],
])('a step is to be seen before anything is told: %s', (_, { steps: [step] }, is) => {
  expect(step === undefined ? null : isSeenFirst(step)).toBe(is);
});

type Deed = 'own' | 'both' | 'skip' | 'saw' | 'again';

/** What came of it: each deed a second after the one before, with a look after each. */
function after(deeds: readonly Deed[], lesson: Lesson = listing, lab: Run['lab'] | null = null) {
  const began = begin(lesson, { snapshot: nobody, answers: new Map(), at: 0 });
  const sight = (run: Run, at: number) => sightOf(run, lesson, nobody, {}, at);
  let run = enter(inLab(began, lab), lesson, 'one', sight(began, 1000));
  for (const [nth, deed] of deeds.entries()) {
    const at = 2000 + nth * 1000;
    if (deed === 'saw') run = saw(run, lesson, 'one', at);
    else if (deed === 'again') run = enter(without(run, 'one'), lesson, 'one', sight(run, at));
    else run = choose(run, lesson, 'one', deed === 'skip' ? null : deed, at);
    const kept = keptRun(JSON.stringify(run), lesson.id, run.bootId);
    if (kept === null) throw new Error('it is kept over a reload');
    run = look(kept, lesson, 'one', sight(kept, at));
  }
  return { run, told: told(run, lesson, 'one', sight(run, 99_000)) };
}

describe('what leaves no trace is predicted, typed, seen, and then told', () => {
  it.each<[string, Deed[], string | null | undefined, number | null]>([
    ['only shown', [], undefined, null],
    ['a prediction', ['own'], 'own', null],
    ['another prediction', ['own', 'both'], 'both', null],
    ['the same once more', ['own', 'own'], 'own', null],
    ['no prediction, openly', ['skip'], null, null],
    ['predicted, and seen', ['own', 'saw'], 'own', 3000],
    ['changed, and seen', ['own', 'both', 'saw'], 'both', 4000],
    ['skipped, and seen', ['skip', 'saw'], null, 3000],
    ['seen, and nothing was said of it', ['saw'], undefined, null],
    ['seen, and then answered', ['saw', 'own'], 'own', 3000],
    ['answered otherwise after it was told', ['own', 'saw', 'both'], 'both', 3000],
    ['seen twice', ['own', 'saw', 'saw'], 'own', 3000],
    ['seen, and begun again', ['own', 'saw', 'again'], undefined, null],
    ['begun again, and predicted', ['own', 'saw', 'again', 'own'], 'own', null],
  ])('%s', (_, deeds, chosen, doneAt) => {
    const { run, told: tells } = after(deeds);
    expect(run.steps.one?.chosen).toBe(chosen);
    expect(run.steps.one?.doneAt ?? null).toBe(doneAt);
    expect(run.steps.one?.told ?? null).toBe(doneAt === null ? null : true);
    expect(tells).toMatchObject({ state: doneAt === null ? 'waiting' : 'done', because: null });
  });

  it('is nothing to say of a step that the machine tells of, or that looks back', () => {
    const seen = after(['saw'], lessonOf({ running: 'c1' }, ps)).run;
    expect(seen.steps.one).not.toHaveProperty('sawAt');
    const recap = after(['own'], lessonOf({ answered: true }, { ...ps, kind: 'recap' })).run;
    expect(recap.steps.one).toMatchObject({ doneAt: 2000, told: true });
  });

  it('is nothing to say of a step that is not there, or was not shown', () => {
    const { run } = after([]);
    expect(saw(run, listing, 'two', 5000)).toBe(run);
    expect(saw(without(run, 'one'), listing, 'one', 5000).steps).toEqual({});
  });
});

it.each<[string, Deed[], Run['lab'] | null, boolean]>([
  ['before an answer', [], null, false],
  ['after a prediction', ['own'], null, true],
  ['after it was skipped', ['skip'], null, true],
  ['once it was said', ['own', 'saw'], null, false],
  ['once it was played', ['saw', 'own'], null, false],
  ['where the lab runs it', ['own'], { one: [0] }, false],
  ['where the lab has it typed by hand', ['own'], { one: [] }, true],
])('that it was seen is the learner’s to say: %s', (_, deeds, lab, is) => {
  const [step] = listing.steps;
  const { run } = after(deeds, listing, lab);
  expect(step === undefined ? null : awaitsSeeing(run, step)).toBe(is);
});

const predict = {
  ask: { en: 'Which?' },
  answers: [
    { id: 'own', text: { en: 'One' }, right: true, why: { en: 'So.' } },
    { id: 'both', text: { en: 'Two' }, why: { en: 'Not so.' } },
  ],
};
const RAN: StepRun['ran'] = {
  0: { exit: 0, because: null, news: [], text: '', left: 0, at: 1 },
};

it.each<[string, object, Partial<StepRun> | undefined, boolean]>([
  ['before it was shown', { ...ps, predict }, undefined, false],
  ['before an answer', { ...ps, predict }, {}, false],
  ['after a prediction', { ...ps, predict }, { chosen: 'own' }, false],
  ['once it is done', { ...ps, predict }, { chosen: 'own', doneAt: 1 }, true],
  ['once the lab has run something', { ...ps, predict }, { chosen: 'own', ran: RAN }, true],
  ['before what the lab has run is answered', { ...ps, predict }, { ran: RAN }, false],
  ['after a step that types nothing was answered', { predict }, { chosen: 'own' }, true],
  ['of a step that asks nothing', {}, {}, true],
])('facts are told: %s', (_, change, now, are) => {
  const [step] = lessonOf({ answered: true }, change).steps;
  const run = now === undefined ? undefined : { ...SHOWN_STEP, ...now };
  expect(step === undefined ? null : tellsFacts(step, run)).toBe(are);
});
