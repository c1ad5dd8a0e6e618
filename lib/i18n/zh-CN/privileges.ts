import type { privileges as en } from '../en/privileges';
import { unknownBecause } from './unknown-because';

/** 进程可以做什么、正在做什么。 */
export const privileges: typeof en = {
  unknown: (why) => (why === undefined ? '未知' : `未知：${unknownBecause(why)}`),
  pids: (pid, inside) =>
    [`在宿主机上是 PID ${pid}`, ...inside.map((each) => `在里面是 ${each}`)].join('，'),
  of: (container) => ['属于 ', container, ' 的进程'],
  ofHost: '宿主机的进程',
  may: '它可以做什么',
  does: '它正在做什么',
  namespaces: '它的命名空间',
  limits: '它的资源限制',

  capabilities: '权能',
  inEffect: (n, beyond) => {
    if (n === 0) return '没有生效的权能';
    return beyond === 0
      ? `${n} 项生效，都没有超出引擎的默认值`
      : `${n} 项生效，其中 ${beyond} 项超出引擎的默认值`;
  },
  onlyIn: (namespace) => ['它们只在 ', namespace, ' 里有效，在宿主机上无效。'],
  beyond: (what) => `${what}。超出引擎的默认值。`,
  beyondShort: '超出引擎的默认值',
  byDefault: (what) => `${what}。引擎默认给予。`,
  missing: (n) => `引擎默认给予而它没有的 ${n} 项：`,
  lacks: (what) => `${what}。引擎默认给予，在这里没有生效。`,
  gainable: '运行带有这些权能的程序，它还能得到：',
  gainsNothing: '无论运行什么程序，它都得不到别的权能。',
  handedOn: '它变成任何程序时都会保留：',

  sets: {
    effective: '生效',
    beyondDefault: '超出默认值',
    withoutDefault: '默认有而未生效',
    bounding: '可以得到',
  },
  noneOf: '没有',

  seccomp: 'seccomp',
  seccompModes: {
    off: '关闭：任何系统调用都不受限',
    strict: '严格：只能 read、write、exit 和从信号返回',
    filter: '过滤：有些系统调用不许它用',
  },
  noNewPrivileges: '不得提权',
  noNewPrivilegesText: (set) =>
    set ? '已设置：它运行的程序都不能给它更多权限' : '未设置：它运行的程序可能得到更多权限',
  lsm: '安全标签',
  noLabel: '没有：没有安全模块约束它',
  users: '用户',
  groups: '用户组',
  ids: (real, effective, saved) =>
    real === effective && saved === effective
      ? `${effective}`
      : `${effective}（真实 ${real}，保存 ${saved}）`,

  call: '系统调用',
  running: '它正在运行',
  noCall: '没有',
  noCallOfKernel: '没有：内核线程不做系统调用',
  firstThread: (n) => `这是第一个线程的；它有 ${n} 个线程`,
  number: (n) => `编号 ${n}`,
  wchan: '等待处',
  waitsNowhere: '不在等待',
  namespaceFiles: '打开的命名空间文件',
  fd: (fd) => `文件 ${fd}`,

  limitsCount: (n) => `${n} 项限制`,
  limitColumns: { name: '资源', soft: '当前', hard: '上限' },
  unlimited: '不限',
  limit: (now, most) => (now === most ? now : `${now}，最多 ${most}`),
};
