import { errnoOf } from '../proc/read';
import { createReadBelow } from '../proc/read-below';
import type { Answers, Question, Said } from './question';
import { readShmSpace } from './shm-space';

/*
 * The process that reads below roots of others, and waits as long as it must. It answers one question after
 * the other, and ends with whoever asks.
 */

const readBelow = createReadBelow();

function answer(question: Question): Answers[Question['kind']] {
  if (question.kind === 'shm') return shm(question.root);
  return readBelow(question.root, question.path, question.limit);
}

function shm(root: string): Answers['shm'] {
  try {
    return { value: readShmSpace(root), reason: null };
  } catch (error) {
    return { value: null, reason: errnoOf(error) };
  }
}

function say(value: Answers[Question['kind']] | null): void {
  const said: Said<typeof value> = { value };
  process.send?.(said);
}

process.on('message', (question: Question) => {
  say(answer(question));
});
say(null);
