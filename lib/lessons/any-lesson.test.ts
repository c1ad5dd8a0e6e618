import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { commandMessagesFor } from '../i18n/command-messages';
import { LANGUAGES } from '../model/language';
import { TWINS } from './fixtures/twins';
import { parseLesson } from './parse';
import { problemLine } from './problem-line';

const languages = LANGUAGES.map(commandMessagesFor);

/** A whole lesson takes milliseconds, where a line of /proc takes microseconds: a million would take hours. */
const MOST = 20_000;

describe('no text makes it throw', () => {
  const parsed = (text: string) => {
    const read = parseLesson(text);
    if ('lesson' in read) return;
    expect(read.problems).not.toEqual([]);
    for (const problem of read.problems) {
      for (const each of languages) expect(problemLine('f', problem, each)).toMatch(/^f:\d+: .+$/);
    }
  };
  const runs = { numRuns: Math.min(inject('parserCases'), MOST) };

  it('fault 18: any', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), parsed), runs));

  it('fault 18: any signs of YAML', () => {
    const signs = fc.constantFrom(...'abc:- \n\t[]{}&*!|>\'"%@`#,?~0\u{1f600}');
    fc.assert(fc.property(fc.string({ unit: signs, maxLength: 60 }), parsed), runs);
  });

  it('fault 18: a lesson with anything in it', () => {
    const lines = TWINS.split('\n');
    const edit = fc.record({
      line: fc.nat(lines.length - 1),
      with: fc.oneof(
        fc.constantFrom(
          '',
          '- ',
          '    ',
          'steps:',
          '  - id: x',
          '    done: { all: [{ own: [] }] }',
        ),
        fc.json({ maxDepth: 3 }),
        fc.nat(lines.length - 1).map((nth) => lines[nth] ?? ''),
      ),
      keep: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const edited = [...lines];
        for (const { line, keep, with: instead } of edits) {
          edited[line] = `${edited[line]?.slice(0, keep) ?? ''}${instead}`;
        }
        parsed(edited.join('\n'));
      }),
      runs,
    );
  });

  it('fault 18: any values in the fields of a lesson', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const lesson = fc.record(
      {
        id: fc.oneof(fc.constant('x'), value),
        title: fc.oneof(fc.dictionary(fc.string(), value), value),
        containers: fc.oneof(fc.array(fc.string()), value),
        steps: fc.array(
          fc.record(
            {
              ...{ id: value, kind: fc.constantFrom('do', 'predict'), run: fc.array(fc.string()) },
              done: fc.oneof(value, fc.dictionary(fc.constantFrom('own', 'all', 'not'), value)),
              ...{ predict: value, hints: fc.array(value), focus: fc.string(), mark: value },
            },
            { requiredKeys: [] },
          ),
          { maxLength: 1 },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(lesson, (each) => parsed(JSON.stringify(each))),
      runs,
    );
  });
});
