import { describe, expect, it } from 'vitest';
import { lessonSchema } from '../lessons/lesson';
import { FROM_STAGE } from './from-stage';
import { ledOf, lessonShown, questionShown, toldTo } from './told';
import { afterRequest, afterVote, EMPTY_STAGE, withQuestion, type Stage } from './stage';

const lesson = lessonSchema.parse({
  id: 'isolation',
  title: { en: 'Isolation' },
  about: { en: 'What it is' },
  containers: ['c1'],
  steps: [
    {
      ...{
        id: 'guess',
        kind: 'predict',
        title: { en: 'What does c1 see?', 'zh-CN': 'c1 看到什么？' },
      },
      predict: {
        ask: { en: 'Does c1 see it?' },
        answers: [
          { id: 'yes', text: { en: 'Yes' }, why: { en: 'It does not' } },
          { id: 'no', text: { en: 'No' }, right: true, why: { en: 'c1 has its own' } },
        ],
      },
      done: { answered: true },
    },
    { id: 'last', kind: 'recap', title: { en: 'So' }, done: { answered: true } },
  ],
});

function at(query: string, suffix = ''): Stage {
  const led = afterRequest(EMPTY_STAGE, 'a', { do: 'lead', view: query, suffix });
  return withQuestion(led, questionShown(led, lesson));
}
const reveal = (stage: Stage, what: 'votes' | 'answer') =>
  afterRequest(stage, 'a', { do: 'reveal', lesson: 'isolation', step: 'guess', what });
const AROUND = { link: 'http://192.0.2.1:3001/?follow=x', followers: 3, away: 1 };

const asked = at('?lesson=isolation');
const voted = afterVote(asked, 'x', { lesson: 'isolation', step: 'guess', answer: 'yes' });

describe('ledOf', () => {
  it('tells the question of the step, and nothing of what is right or was voted', () => {
    const led = ledOf(voted, lesson);
    expect(led.step).toMatchObject({ lesson: 'isolation', step: 'guess', number: 1, of: 2 });
    const { question } = led.step ?? {};
    expect(question).toMatchObject({ shown: 'nothing', votes: null, right: null });
    expect(JSON.stringify(led)).not.toContain('has its own');
  });

  it('tells the votes once they are shown, and what is right only after that', () => {
    const shown = ledOf(reveal(voted, 'votes'), lesson).step?.question;
    expect(shown).toMatchObject({ votes: { yes: 1, no: 0 }, right: null });
    const told = ledOf(reveal(voted, 'answer'), lesson).step?.question;
    expect(told?.right).toEqual({ id: 'no', why: { en: 'c1 has its own' } });
  });

  it('names containers as the leader has them', () => {
    const { step } = ledOf(reveal(at('?lesson=isolation', 'mine'), 'answer'), lesson);
    expect(step?.title.en).toBe('What does c1-mine see?');
    expect(step?.question?.right?.why.en).toBe('c1-mine has its own');
  });

  it.each([
    ['no lesson', '?view=matrix'],
    ['another lesson', '?lesson=limits'],
    ['a step that there is not', '?lesson=isolation&step=9'],
  ])('has no step where %s is shown', (_, query) => {
    expect(ledOf(at(query), lesson).step).toBeNull();
  });

  it('has a step without a question', () => {
    expect(ledOf(at('?lesson=isolation&step=2'), lesson).step).toMatchObject({ question: null });
  });

  it('is what its schema says, before anybody leads as well', () => {
    for (const stage of [EMPTY_STAGE, reveal(voted, 'answer')]) {
      const message = { host: 'local', ...ledOf(stage, lesson) };
      expect(FROM_STAGE.led.parse(message)).toEqual(message);
    }
    expect(lessonShown(EMPTY_STAGE)).toBeNull();
  });
});

describe('toldTo', () => {
  it('says who leads', () => {
    expect(toldTo('a', asked, AROUND).leads).toBe('you');
    expect(toldTo('b', asked, AROUND).leads).toBe('another');
    expect(toldTo('b', EMPTY_STAGE, AROUND)).toEqual({ ...AROUND, leads: 'nobody', ballot: null });
  });

  it('counts who voted, and hides how until it is shown: the page is on a wall', () => {
    expect(toldTo('a', voted, AROUND).ballot).toMatchObject({ voted: 1, votes: null });
    expect(toldTo('a', reveal(voted, 'votes'), AROUND).ballot?.votes).toEqual({ yes: 1, no: 0 });
    const message = { host: 'local', ...toldTo('a', voted, AROUND) };
    expect(FROM_STAGE.stage.parse(message)).toEqual(message);
  });
});
