import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formsOf, formText, isName } from './forms';
import { lessonSchema, STEP_KINDS, stepSchema } from './lesson';
import { parseLesson } from './parse';
import { ARGUMENTS } from './predicate';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

/** The rows of the tables of a section: the words in code of each cell. */
function rowsIn(section: string): string[][][] {
  const [, text = ''] = readme.split(`\n## ${section}\n`);
  const [own = ''] = text.split('\n## ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)),
    );
}

describe('the README of lessons', () => {
  it('has a whole lesson without mistakes', () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(readme) ?? [];
    expect(parseLesson(example)).toMatchObject({
      lesson: { id: 'hostnames', steps: [{}, {}, {}] },
    });
  });

  it('has all predicates, as they are written', () => {
    const told = rowsIn('Predicates').map(([names = [], forms = []]) => [
      names.join(),
      forms.map((form) => form.replaceAll('\\|', '|')),
    ]);
    const names = Object.keys(ARGUMENTS).filter(isName);
    expect(told).toEqual(names.map((name) => [name, formsOf(name).map(formText)]));
  });

  it('has all fields, in their order', () => {
    const fields = [...Object.keys(lessonSchema.shape), ...Object.keys(stepSchema.shape)];
    expect(rowsIn('Fields').map(([names = []]) => names.join())).toEqual(fields);
  });

  it('has what kinds of steps there are, and what may be required', () => {
    const told = new Map(rowsIn('Fields').map(([names = [], words = []]) => [names.join(), words]));
    expect(told.get('kind')).toEqual(STEP_KINDS);
    expect(told.get('requires')).toEqual(
      stepSchema.shape.requires.def.innerType.def.element.options,
    );
  });
});
