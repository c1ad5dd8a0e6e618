import type { summary as en } from '../en/summary';
import { listed } from './sentence';

export const summary: typeof en = {
  how: '怎么知道的？',
  howOf: (fact) => `怎么知道的：${fact}`,
  engines: '容器引擎',
  noEngine: '未找到容器引擎。',
  asides: (n) => `说明（${n}）`,
  recordedAsides: (n) => `录制当时的说明（${n}）`,
  engineStates: {
    connected: '已连接',
    connecting: '正在连接……',
    disconnected: '无响应',
    denied: '没有权限',
    absent: '未找到',
  },

  between: '',
  heading: '这台机器',
  recorded: '录制回放中的机器',
  processes: (n, partial) =>
    partial ? `这台机器的进程只能看到 ${n} 个。` : `这台机器上有 ${n} 个进程。`,
  running: (running, stopped) =>
    stopped === 0
      ? `有 ${running} 个容器在运行。`
      : `有 ${running} 个容器在运行，另有 ${stopped} 个已停止。`,
  noneRuns: (stopped) =>
    stopped === 0 ? '没有容器在运行。' : `没有容器在运行，有 ${stopped} 个已停止。`,
  unknownRuns: '是否有容器在运行还不知道：尚未收到容器列表。',
  hostFacts: '查看宿主机的情况',
  sharing: '共享关系',
  share: (containers, namespaces) => [
    ...listed(containers),
    ' 共享同一个 ',
    ...listed(namespaces),
    ' 命名空间。',
  ],
  onHost: (containers, namespaces) => [
    ...listed(containers),
    ' 使用宿主机的 ',
    ...listed(namespaces),
    ' 命名空间。',
  ],
  inEngine: (containers, namespaces) => [
    ...listed(containers),
    ' 使用容器引擎自己的 ',
    ...listed(namespaces),
    ' 命名空间。',
  ],
  unknown: (n) => `有 ${n} 个容器的命名空间无法读取，不知道它们共享了什么。`,
  nothingShared:
    '没有两个容器共享自己的命名空间；凡是 Docker 默认会单独分配的命名空间，也没有容器改用宿主机的。',
  moreSentences: (n) => `……还有 ${n} 条类似的情况。`,
  more: (n) => `${n} 个其他容器`,
  hint: '选中一个容器或命名空间，即可查看它的各项事实，每一项都附有可以验证的命令。',
};
