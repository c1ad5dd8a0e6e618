import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { LANGUAGES } from '../model/language';
import type { Predicate } from './predicate';
import { said } from './said';

const asIs = (text: string) => text;

it.each<[Predicate, string]>([
  [{ running: 'c1' }, 'c1 runs'],
  [{ shares: ['c1', 'c2', 'pid'] }, 'c1 and c2 share one PID namespace'],
  [{ sees: [':host', 'c1'] }, 'the host sees c1’s first process'],
  [{ exited: 'c1' }, 'c1 has ended'],
  [{ exited: ['c1', 137] }, 'c1 ended with 137'],
  [{ mount: ['c1', '/data', 'ro'] }, 'c1 has something mounted at /data, read-only'],
  [{ not: { exists: 'c2' } }, 'c2 is not there'],
  [{ not: { shares: ['c1', 'c2', 'net'] } }, 'c1 and c2 do not share a network namespace'],
  [{ not: { listens: ['c1', 80] } }, 'not so: c1 listens on port 80'],
  [{ not: { not: { exists: 'c2' } } }, 'not so: c2 is not there'],
  [{ all: [{ running: 'c1' }, { exists: 'c2' }] }, 'c1 runs; c2 is there'],
  [{ any: [{ running: 'c1' }, { exists: 'c2' }] }, 'c1 runs – or c2 is there'],
])('says %j', (predicate, sentence) => {
  expect(said(predicate, messagesFor('en'), asIs)).toBe(sentence);
});

it('has the names that containers have here, and speaks each language', () => {
  const named = (text: string) => text.replace('c1', 'c1-mine');
  for (const language of LANGUAGES) {
    expect(said({ running: 'c1' }, messagesFor(language), named)).toContain('c1-mine');
  }
});

it.each<[Predicate, string]>([
  [{ sees: [':host', 'c1'] }, '宿主机能看到 c1 的首个进程'],
  [{ 'has-pid': [':host', 1] }, '在宿主机看来，有个进程是 1 号'],
  [{ 'same-kernel': [':host', 'c1'] }, '宿主机与 c1 运行在同一个内核上'],
])('sets names apart from Chinese, and no Chinese: %j', (predicate, sentence) => {
  expect(said(predicate, messagesFor('zh-CN'), asIs)).toBe(sentence);
});
