import { beforeEach, expect, it } from 'vitest';
import { USE } from '@lib/findings/fixtures/one';
import { lessonOf } from '@lib/lessons/fixtures/sight';
import { machine } from '@lib/lessons/fixtures/machine';
import type { Snapshot } from '@lib/model/snapshot';
import type { NamespaceId } from '@lib/model/ids';
import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import type { KeptAnswer } from '@lib/recording/answers';
import { AnswersRecorder } from './answers-recorder';

const LESSON = lessonOf({ all: [{ limit: ['c1', 'memory', 1] }, { listens: ['c1', 80] }] });

let snapshot: Snapshot;
let outcome: Outcome;
let asked: string[];
let kept: KeptAnswer[];
let looked: NamespaceId[];
let recorder: AnswersRecorder;
const going = new AbortController().signal;

function used(bytes: number, takenAt: string): Outcome {
  return { answer: { ...USE, memory: { ...USE.memory, usedBytes: bytes }, takenAt } };
}

beforeEach(() => {
  // Whoever has the name is asked about: c1 was there before anybody looked.
  snapshot = machine([{ name: 'c1', nth: 1 }]);
  outcome = used(1, '2026-11-23T15:30:00.000Z');
  asked = [];
  kept = [];
  looked = [];
  const desk = {
    answer: (question: AskedQuestion) => {
      asked.push(question.name);
      return Promise.resolve(outcome);
    },
  };
  const inside = {
    look: (id: NamespaceId) => {
      looked.push(id);
      return Promise.resolve();
    },
  };
  const fresh = () => Promise.resolve(snapshot);
  recorder = new AnswersRecorder({ fresh }, desk, inside, LESSON, (each) => kept.push(each));
});

it('asks what the lesson asks, but for what there are readings of, and keeps what is other than before', async () => {
  await recorder.round(going);
  // Only the time is another one.
  outcome = used(1, '2026-11-23T15:30:01.000Z');
  await recorder.round(going);
  expect(asked).toEqual(['use', 'use']);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ asked: 'use', question: { container: expect.any(String) } });
  outcome = used(2, '2026-11-23T15:30:02.000Z');
  await recorder.round(going);
  expect(kept).toHaveLength(2);
});

it('has what is isolated read, and answers nothing of that itself', async () => {
  await recorder.round(going);
  expect(looked).toEqual([snapshot.containers[0]?.namespaces.net]);
});

it('of another life all is kept anew', async () => {
  await recorder.round(going);
  snapshot = machine([{ name: 'c1', nth: 1, life: 2 }]);
  await recorder.round(going);
  const [first, second] = kept;
  expect(second?.question).toEqual(first?.question);
  expect(second?.life).not.toBe(first?.life);
});

it.each([
  ['gone', [null]],
  ['deadline', []],
  ['not-from-here', []],
] as const)('where it is %s that is kept, or nothing', async (code, answers) => {
  outcome = { error: { code, message: '' } };
  await recorder.round(going);
  expect(asked).toEqual(['use']);
  expect(kept.map(({ answer }) => answer)).toEqual(answers);
});

it('told to end, it asks no more', async () => {
  await recorder.round(AbortSignal.abort());
  await recorder.run(AbortSignal.abort());
  expect(asked).toEqual([]);
});
