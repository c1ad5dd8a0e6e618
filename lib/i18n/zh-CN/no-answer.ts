import type { AskErrorCode } from '../../protocol/ask';

export const noAnswer: Record<AskErrorCode, string> = {
  'unknown-question': '没有这样一个问题',
  invalid: '问题的写法不对',
  gone: '所问的对象不存在，或者已经不在了',
  deadline: '等得太久，没有等到答案',
  busy: '同时问得太多',
  'not-in-recording': '录制时没有记下',
  'not-from-here': '目前读取 /proc 的一方无法回答',
  withheld: '不向跟随者提供',
  failed: '没能读到',
};
