import { reason } from './reason';
import type { processes as en } from '../en/processes';

export const processes: typeof en = {
  title: (vantages) => (vantages > 1 ? '进程：同一个进程，不同的编号' : '进程'),
  lead: '每一栏列出在那里运行 ps 会看到的进程。指向一个进程，就能在其他栏里找到它。',
  waiting: '正在等待第一次读取结果……',
  columns: {
    pid: 'PID',
    'host-pid': '宿主机 PID',
    user: '用户',
    'host-user': '宿主机用户',
    state: '状态',
    cpu: '%CPU',
    memory: '内存',
    start: '启动',
    command: '命令',
  },
  columnTitles: {
    pid: '从这一栏的视角看，进程的编号',
    'host-pid': '同一个进程在宿主机上的编号',
    user: '运行它的用户，按这里的编号',
    'host-user': '运行它的用户，按宿主机上的编号',
    state: '它此刻在做什么：S 睡眠，R 运行，D 等待设备，T 已停止，Z 已结束',
    cpu: '最近两秒内占一个 CPU 核心的百分比',
    memory: '它在内存中占用的大小（RSS）',
    start: '启动的时间：今天的显示时刻，更早的显示日期',
    command: '它的命令行参数；没有参数时，方括号里是进程名',
  },
  stateTitle: (state) => {
    const words: Record<string, string> = {
      R: '正在运行',
      S: '睡眠',
      D: '等待中，不可中断',
      T: '已停止',
      t: '被调试器停止',
      Z: '已结束，父进程还没有取走它的退出状态',
      I: '空闲的内核线程',
    };
    return words[state] ?? state;
  },
  vantage: '视角',
  change: (name) => `从 ${name} 换到别的视角`,
  add: '添加视角……',
  remove: (name) => `关闭 ${name} 这一栏`,
  gone: (name) => `${name}（不存在）`,
  table: (name) => `从 ${name} 看到的进程`,
  seesAll: (n) => `可见全部 ${n} 个进程`,
  sees: (n) => `可见 ${n} 个进程`,
  stale: '已过时',
  staleWhy: '容器引擎无响应：这里显示的是最后一次得知的情况。',
  missing: (name) =>
    `现在没有名为 ${name} 的容器。只要有同名的容器运行起来，这里就会列出它的进程；也可以换一个视角。`,
  stopped: '它没有进程，从这里什么也看不到。',
  withCode: (state, code) => `${state}（${code}）`,
  startIt: '启动它：',
  unreadable: (name, why) =>
    `无法读取 ${name} 的 PID 命名空间（${reason(why)}），所以不知道它能看到哪些进程。`,
  thisShows: '用这条命令也能看到：',
  asRoot: '以 root 身份启动 nsview 即可读取。',
  asRootOrReader: '以 root 身份启动 nsview 即可读取，或者让它从容器里读取：',
  notTold: '原因不明',
  empty: '那里没有进程。',
  unplaced: (n) => `另有 ${n} 个进程也许在这里可见：它们的 PID 命名空间无法读取。`,
  root: 'root',
  uidUnknown: '?',
  uidTitle: (inside, outside) =>
    inside === outside ? `UID ${inside}` : `在这里是 UID ${inside}，在宿主机上是 UID ${outside}`,
  startUnknown: '?',
  startUnreadable: (why) => `无法读取本机的启动时间（${why}）。`,
  uidUnreadable: (why) => `无法读取 UID（${why}）。`,
  argsUnreadable: (why) => `无法读取命令行参数（${why}）；这里显示的是进程名。`,
  argsTruncated: '命令行比读取的部分更长：这里只显示开头。',
  kernelThread: '内核线程，没有命令行。',
  zombie: '僵尸',
  zombieTitle: '它已经结束，但父进程还没有取走它的退出状态。',
  hint: '指向一个进程，查看它的各个编号。方向键移动；单击或按回车，说明它的全部情况，各栏都会滚动到它；按 n 查找还有谁用同一个编号。',
  onHost: (pid) => `在宿主机上是 PID ${pid}`,
  inNamespace: (pid, namespace, containers) =>
    containers === ''
      ? `在 ${namespace} 中是 ${pid}`
      : `在 ${namespace}（${containers}）中是 ${pid}`,
  unknownNamespace: '一个无法读取的 PID 命名空间',
  is: (places) => places.join('，'),
};
