import { expect, it } from 'vitest';
import { en } from '../i18n/en';
import { zhCN } from '../i18n/zh-CN';
import { whatFollows } from './what-follows';

it('tells what c2 may do to whom it shares a PID namespace with', () => {
  expect(whatFollows('pid', ['c2', 'c1'], en)).toBe(en.comparison.follows.same.pid('c2', 'c1'));
  expect(whatFollows('pid', ['c2', 'c1'], en)).toMatch(/^c2 and c1 see .* and can signal them/);
  expect(whatFollows('pid', ['c2', 'c1'], zhCN)).toMatch(/c2 和 c1 能看见对方的进程.*信号/);
});

it('names three and counts the others', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(whatFollows('net', names, en)).toMatch(/^a and b, c, d, 2 more have/);
  expect(whatFollows('net', names.slice(0, 5), en)).toMatch(/^a and b, c, d, e have/);
});

it('tells nothing of one alone', () => {
  expect(whatFollows('pid', ['c1'], en)).toBeNull();
  expect(whatFollows('pid', [], en)).toBeNull();
});
