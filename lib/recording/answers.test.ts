import { expect, it } from 'vitest';
import { USE } from '../findings/fixtures/one';
import { keptAnswerSchema, RecordedAnswers, type KeptAnswer } from './answers';

const TAKEN_AT = '2026-11-23T15:30:00.000Z';

function used(bytes: number, life: string): KeptAnswer {
  const memory = { ...USE.memory, usedBytes: bytes };
  return {
    ...{ asked: 'use', question: { container: 'c1' }, life },
    answer: { ...USE, memory, takenAt: TAKEN_AT },
  };
}
const C1 = JSON.stringify({ container: 'c1' });

it('an answer is of one question, of one life, and of a moment', () => {
  const answers = new RecordedAnswers();
  answers.put(500, used(1, 'a'));
  answers.put(900, used(2, 'a'));
  answers.put(950, used(3, 'b'));
  expect(answers.at(899, 'use', C1, 'a')).toEqual(used(1, 'a'));
  expect(answers.at(5000, 'use', C1, 'a')).toEqual(used(2, 'a'));
  expect(answers.at(5000, 'use', C1, 'b')).toEqual(used(3, 'b'));
  expect(answers.at(5000, 'use', C1, 'c')).toBeNull();
  expect(answers.at(5000, 'use', JSON.stringify({ container: 'c2' }), 'a')).toBeNull();
  expect(answers.at(5000, 'process', C1, 'a')).toBeNull();
});

it.each([
  ['of a question that is not kept', { ...used(1, ''), asked: 'findings' }],
  ['to another question', { ...used(1, ''), asked: 'image' }],
  ['with a field too much', { ...used(1, ''), more: 1 }],
  ['without whose life it is', { ...used(1, ''), life: undefined }],
  ['that is not as its question has it', { ...used(1, ''), answer: { memory: 1 } }],
])('what is %s is no answer', (_what, told) => {
  expect(keptAnswerSchema.safeParse(used(1, '')).success).toBe(true);
  expect(keptAnswerSchema.safeParse(told).success).toBe(false);
});
