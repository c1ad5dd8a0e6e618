import { expect, it } from 'vitest';
import { recordingOf, replayedAt } from './recordings';

it.each([
  ['isolation', 'join', 'lesson-isolation'],
  ['namespaces', 'pid-ten', 'lesson-namespaces'],
  // Another machine can do it.
  ['namespaces', 'user-zero', 'lesson-namespaces-remapped'],
  ['of-a-teacher', 'join', null],
])('the step %s %s is done in %s', (lesson, step, recording) => {
  expect(recordingOf(lesson, step)).toBe(recording);
});

it.each([
  ['who watches lessons in recordings', 'lesson-isolation', 'lesson-namespaces', null],
  ['who looks at the machine', null, null, 7],
  ['who looks at another recording', 'course', 'course', 7],
] as const)('%s sees at another step what belongs to it', (_who, shown, then, at) => {
  expect(replayedAt({ recording: shown, at: 7 }, 'namespaces', 'pid-ten')).toEqual({
    recording: then,
    at,
  });
});

it('where there is no recording of a step, what is shown stays', () => {
  expect(replayedAt({ recording: 'lesson-limits', at: 7 }, 'of-a-teacher', 'one')).toEqual({
    recording: 'lesson-limits',
    at: null,
  });
});
