import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { TWINS } from '../lessons/fixtures/twins';
import type { Lesson, Text } from '../lessons/lesson';
import { parseLesson } from '../lessons/parse';
import { LANGUAGES } from '../model/language';
import { handout, type HandoutRequest } from './handout';

const REQUEST: Omit<HandoutRequest, 'lesson'> = {
  ...{ number: null, language: 'en', pictures: () => null, fonts: [] },
};

function lessonIn(text: string): Lesson {
  const read = parseLesson(text);
  if ('lesson' in read) return read.lesson;
  throw new Error(JSON.stringify(read.problems));
}

const TWINS_READ = lessonIn(TWINS);
const ISOLATION = lessonIn(
  readFileSync(new URL('../lessons/course/isolation.yaml', import.meta.url), 'utf8'),
);

/** The lesson with another text in all places where there is one. */
function saying(text: string): Lesson {
  const said: Text = { en: text };
  return {
    ...TWINS_READ,
    ...{ title: said, about: said },
    steps: TWINS_READ.steps.map((step) => ({
      ...step,
      ...{ title: said, say: said, watch: said, why: said, run: [text], solve: [text], mark: text },
      predict: {
        ask: said,
        answers: (['one', 'other'] as const).map((id) => ({
          ...{ id, right: id === 'one', text: said, why: said },
        })),
      },
    })),
  };
}

function tags(source: string): string[] {
  return source.match(/<[^>]*>/g) ?? [];
}

describe('handout', () => {
  it('whatever a lesson says adds nothing to the document and takes nothing from it', () => {
    const plain = tags(handout({ ...REQUEST, lesson: saying('text') }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(tags(handout({ ...REQUEST, lesson: saying(`${text}.`) }))).toEqual(plain);
      }),
    );
  });

  it('sets as code what stands in backticks in its title and in what it is about', () => {
    const said: Text = { en: 'What `free` tells' };
    const source = handout({ ...REQUEST, lesson: { ...TWINS_READ, title: said, about: said } });
    expect(source).toContain('<title>What free tells</title>');
    for (const element of ['h1', 'p']) {
      expect(source).toContain(`<${element}>What <code>free</code> tells</${element}>`);
    }
  });

  it('runs nothing and needs nothing from elsewhere', () => {
    const pictures = () => ({ snapshot: courseMachine });
    const source = handout({ ...REQUEST, lesson: ISOLATION, number: 6, pictures });
    expect(source).not.toMatch(/<script|<link|<img|<iframe|javascript:|\son[a-z]+=/i);
    expect(source.match(/(?:href|src|url)[=(]["']?[^#"')]+/g) ?? []).toEqual([]);
  });

  it.each(LANGUAGES)('tells answers and whys after all steps alone, in %s', (language) => {
    const source = handout({ ...REQUEST, lesson: ISOLATION, number: 6, language });
    const [steps = '', answers = ''] = source.split('<section class="answers">');
    const written = (text: Text | undefined) =>
      (text?.[language] ?? '')
        .replaceAll("'", '&#39;')
        .replaceAll('"', '&quot;')
        .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
    for (const { title, say, predict, why, run } of ISOLATION.steps) {
      for (const text of [title, say, predict?.ask]) expect(steps).toContain(written(text));
      for (const text of [title, why]) expect(answers).toContain(written(text));
      for (const line of run) expect(tagless(steps)).toContain(line.replaceAll('"', '&quot;'));
      for (const answer of predict?.answers ?? []) {
        expect(steps).toContain(written(answer.text));
        expect(answers).toContain(written(answer.text));
        expect(answers).toContain(written(answer.why));
        expect(steps).not.toContain(written(answer.why));
      }
      if (why !== undefined) expect(steps).not.toContain(written(why));
    }
    expect(steps).not.toMatch(/class="(right|wrong)"/);
  });

  it('has a picture of each step of which there is one, each with ids of its own', () => {
    const pictures: HandoutRequest['pictures'] = ({ id }) =>
      id === 'recap' ? null : { snapshot: courseMachine };
    const source = handout({ ...REQUEST, lesson: ISOLATION, pictures });
    expect(source.match(/<svg /g)).toHaveLength(ISOLATION.steps.length - 1);
    const ids = [...source.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows what is only looked at with the answer, for its picture would tell it', () => {
    const [steps = '', answers = ''] = handout({
      ...{ ...REQUEST, lesson: ISOLATION },
      pictures: () => ({ snapshot: courseMachine }),
    }).split('<section class="answers">');
    const looked = ISOLATION.steps.filter(({ done }) => 'answered' in done).length;
    expect(answers.match(/<svg /g)).toHaveLength(looked);
    expect(steps.match(/<svg /g)).toHaveLength(ISOLATION.steps.length - looked);
  });
});

function tagless(source: string): string {
  return source.replace(/<\/?(mark|code)>/g, '');
}
