import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parseLesson } from './parse';

/** What learners are known to believe, and the wrong answer by which each of these is met: lesson, step, answer. */
const BELIEVED: readonly [belief: string, lesson: string, step: string, answer: string][] = [
  ['a container is a small machine with a kernel of its own', 'isolation', 'start-c1', 'vm'],
  ['a container lives inside Docker', 'isolation', 'start-c1', 'docker'],
  ['host and container do not see each other', 'process', 'cannot-see', 'none'],
  ['a process has one number', 'process', 'two-numbers', 'one'],
  ['there is one number 1', 'isolation', 'start-c2', 'one'],
  ['kill -9 always works', 'process', 'kill-inside', 'ends'],
  ['root in a container is not root', 'namespaces', 'user-root', 'docker'],
  ['root in a container may do anything', 'namespaces', 'mnt-read-only', 'works'],
  ['remapped containers have other users each', 'namespaces', 'user-zero', 'each'],
  ['a container has all namespaces of its own', 'namespaces', 'which-own', 'all'],
  ['joining one namespace makes one container', 'isolation', 'only-pid', 'merged'],
  ['files stay apart whatever is shared', 'isolation', 'through-proc', 'refused'],
  ['one that joined lives by itself', 'isolation', 'c1-goes', 'on'],
  ['a limit changes what is seen', 'limits', 'memory-limit', 'limit'],
  ['over the limit the container ends', 'limits', 'memory-hit', 'container'],
  ['namespaces limit CPU time', 'limits', 'cpu', 'namespaces'],
  ['a port is there once on a machine', 'namespaces', 'net-ports', 'taken'],
  ['the host’s firewall decides inside', 'namespaces', 'net-firewall', 'none'],
  ['an image is copied for each container', 'images', 'second-instance', 'copy'],
];

it.each(BELIEVED)('“%s” is a wrong answer of %s, %s', (_, lesson, stepId, answerId) => {
  const path = fileURLToPath(new URL(`./course/${lesson}.yaml`, import.meta.url));
  const parsed = parseLesson(readFileSync(path, 'utf8'));
  if (!('lesson' in parsed)) return expect.fail('the lesson has mistakes');
  const step = parsed.lesson.steps.find(({ id }) => id === stepId);
  const answer = step?.predict?.answers.find(({ id }) => id === answerId);
  expect(answer).toMatchObject({ why: { en: expect.any(String) as string } });
  expect(answer?.right ?? false).toBe(false);
});
