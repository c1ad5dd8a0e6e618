import { expect, it } from 'vitest';
import type { AttemptProblem } from '../model/host';
import { en } from './en';
import { zhCN } from './zh-CN';

const URL = 'unix:///run/docker.sock';

it.each<[AttemptProblem, string, string]>([
  ['absent', 'no such socket (ENOENT)', `${URL}：没有这个套接字（ENOENT）`],
  ['absent', 'nobody listens there (ECONNREFUSED)', `${URL}：没有程序在监听（ECONNREFUSED）`],
  ['denied', 'permission denied (EACCES)', `${URL}：没有权限（EACCES）`],
  ['hanging', 'no answer within 3000 ms', `${URL}：无响应`],
  ['empty', 'containerd answers, without containers', `${URL}：containerd 有响应，但没有容器`],
  [
    'http',
    'HTTP 500: storage driver failed',
    `${URL}：返回了错误：HTTP 500: storage driver failed`,
  ],
])(
  'an endpoint that is %s is told in Chinese, whatever “%s” is in English',
  (problem, reason, said) => {
    expect(zhCN.model.attempt(URL, problem, reason)).toBe(said);
    expect(en.model.attempt(URL, problem, reason)).toContain(reason);
  },
);
