import { describe, expect, it } from 'vitest';
import { commandMessagesFor } from '../i18n/command-messages';
import type { LessonMistake } from '../i18n/lesson-mistake';
import { OF_FIELDS } from './fixtures/mistakes-of-fields';
import { OF_PREDICATES } from './fixtures/mistakes-of-predicates';
import { OF_RULES } from './fixtures/mistakes-of-rules';
import { otherwise, TWINS } from './fixtures/twins';
import { parseLesson } from './parse';
import { problemLine } from './problem-line';

const MISTAKES = [...OF_FIELDS, ...OF_PREDICATES, ...OF_RULES];
const [english, chinese] = [commandMessagesFor('en'), commandMessagesFor('zh-CN')];

const problemsOf = (text: string) => {
  const read = parseLesson(text);
  return 'lesson' in read ? [] : read.problems;
};
const linesOf = (text: string) => problemsOf(text).map((each) => problemLine('f', each, english));

it('reads a lesson without mistakes', () => {
  const read = parseLesson(TWINS);
  expect(read).toMatchObject({ lesson: { id: 'twins', containers: ['c1', 'c2'] } });
  expect(read).toMatchObject({ lesson: { steps: [{ near: { length: 2 } }, { run: [] }] } });
});

describe('tells in a line', () => {
  it.each(MISTAKES)('%s', (_, part, instead, ...told) => {
    const lines = linesOf(otherwise(part, instead));
    expect(lines).toEqual(told.map((begin) => expect.stringMatching(beginningWith(`f:${begin}`))));
  });

  it('several, in the order of their lines', () => {
    const text = TWINS.replace('kind: recap', 'kind: recab').replace('c1, c2]', 'c1, C2]');
    expect(linesOf(text.replace('running: c1', 'runs: c1'))).toEqual([
      expect.stringMatching(/^f:4: containers/),
      expect.stringMatching(/^f:22: step first, done/),
      expect.stringMatching(/^f:34: step last, kind/),
    ]);
  });

  it('of a step without an id, its number', () => {
    expect(linesOf(otherwise('  - id: last\n    kind', '  - kind'))).toEqual([
      'f:33: step 2, id: it is missing: expected a text, in quotes where YAML takes it for something else',
    ]);
  });

  it('what is no lesson at all', () => {
    for (const text of ['', '# nothing', '7', '[]', 'a lesson', '\0']) {
      expect(linesOf(text)).toEqual([expect.stringMatching(/^f:1: got .*expected fields/)]);
    }
  });

  it.each(MISTAKES)('in Chinese as well: %s', (_, part, instead) => {
    for (const problem of problemsOf(otherwise(part, instead))) {
      expect(problemLine('f', problem, chinese)).toMatch(/^f:\d+: .*\p{Script=Han}/u);
    }
  });

  it('each kind of mistake that there is', () => {
    const told = MISTAKES.flatMap(([, part, instead]) => problemsOf(otherwise(part, instead)));
    const codes = new Set(told.map(({ mistake }) => mistake.code));
    expect([...codes].sort()).toEqual(Object.keys(KINDS_OF_MISTAKES).sort());
  });
});

function beginningWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`);
}

/** That none is left out is checked by its type. */
const KINDS_OF_MISTAKES: Record<LessonMistake['code'], true> = {
  ...{
    'not-yaml': true,
    'field-twice': true,
    documents: true,
    tag: true,
    'too-large': true,
    'not-utf8': true,
  },
  ...{ 'too-deep': true, 'too-many-aliases': true, 'unknown-alias': true, 'unknown-field': true },
  ...{ missing: true, 'wrong-kind': true, 'not-one-of': true, 'bad-id': true },
  ...{ 'bad-container': true, 'bad-language': true, 'no-language': true, empty: true },
  ...{ 'too-few': true, 'too-many': true, 'too-long': true, 'not-one-predicate': true },
  ...{ 'unknown-predicate': true, 'wrong-form': true, 'wrong-argument': true },
  ...{ 'unknown-container': true, twice: true, 'right-answers': true, 'no-question': true },
  ...{ 'nothing-to-type': true, 'several-lines': true, unmarked: true, 'few-near': true },
  ...{ 'no-command': true, 'bad-exit': true },
  ...{ 'focus-parameter': true, 'focus-value': true },
};
