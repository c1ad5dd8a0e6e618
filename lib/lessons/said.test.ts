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
  [{ exited: ['c1', 137] }, 'c1 ended with code 137'],
  [{ mount: ['c1', '/data', 'ro'] }, 'c1 has /data mounted read-only'],
  [{ limit: ['c1', 'memory', 67_108_864] }, 'c1’s memory is limited to 64 MiB'],
  [{ limit: ['c1', 'cpu', 250] }, 'c1 may use 0.25 CPUs at most'],
  [{ limit: ['c1', 'cpu', 1000] }, 'c1 may use 1 CPU at most'],
  [{ limit: ['c1', 'pids', 10] }, 'c1 may have 10 processes at most'],
  [{ limit: ['c1', 'pids', 1] }, 'c1 may have 1 process at most'],
  [{ received: ['c1', 51_200] }, 'c1’s devices have received 50 KiB or more since this step began'],
  [
    { not: { received: ['c1', 51_200] } },
    'c1’s devices have received less than 50 KiB since this step began',
  ],
  [{ processes: ['c1', 1] }, 'c1 has at least 1 process'],
  [{ limit: ['c1', 'io', 1_048_576] }, 'c1’s reading or writing is limited to 1 MiB a second'],
  [{ 'no-limit': ['c1', 'memory'] }, 'c1’s memory is not limited'],
  [{ not: { mount: ['c2', '/data'] } }, 'c2 has nothing mounted at /data'],
  [{ not: { exists: 'c2' } }, 'c2 is not there'],
  [{ not: { shares: ['c1', 'c2', 'net'] } }, 'c1 and c2 share no network namespace'],
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
  [{ 'has-pid': [':host', 1] }, '宿主机看得到 1 号进程'],
  [{ 'same-kernel': [':host', 'c1'] }, '宿主机与 c1 运行在同一个内核上'],
  [
    { any: [{ hypervisor: true }, { not: { hypervisor: true } }] },
    '处理器表明下面有虚拟机监控器：这台机器就是虚拟机，或者处理器没有表明有虚拟机监控器',
  ],
  [{ any: [{ running: 'c1' }, { exists: 'c2' }] }, 'c1 在运行，或者 c2 存在'],
  [{ limit: ['c1', 'io', 1_048_576] }, 'c1 的读或写限制在每秒 1 MiB 以内'],
])('sets names apart from Chinese, and no Chinese: %j', (predicate, sentence) => {
  expect(said(predicate, messagesFor('zh-CN'), asIs)).toBe(sentence);
});
