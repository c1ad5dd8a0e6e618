import type { mayUse as en } from '../en/may-use';
import { unknownBecause } from './unknown-because';

export const mayUse: typeof en = {
  title: '它可以用多少',
  by: 'cgroup',
  limit: '上限',
  peak: '峰值',
  names: { memory: '内存', cpu: 'CPU', pids: '进程数', io: '块设备读写', disk: '磁盘' },
  unknownOf: (what, why) => `${what}未知：${unknownBecause(why)}`,
  fields: { used: '用量', limit: '上限', peak: '峰值', did: '上限起的作用' },
  noLimit: '没有设上限',
  limited: (limit) => `上限 ${limit}`,
  from: (path) => `上限来自上层的 ${path}，不是它自己的 cgroup。`,
  of: (limit) => `/ ${limit}`,
  memory: {
    held: (bytes) => `进程占用 ${bytes}`,
    cache: (bytes) => `文件缓存 ${bytes}`,
    peak: (bytes) => `峰值 ${bytes}`,
    killed: (n) => `杀死了 ${n} 个进程（OOM）`,
  },
  cpu: {
    cores: (n) => `${n} 个核`,
    someCores: (cores) => `${cores} 个核`,
    counting: '正在统计，请稍等一秒……',
    held: '没有统计：画面已冻结，只读一次算不出来',
    minute: '此刻的用量；曲线是最近 60 秒',
    throttled: (percent) => `在 ${percent}% 的周期里被限速`,
  },
  pids: {
    threads: (processes, tasks) => `线程也算：它的 ${processes} 个进程共有 ${tasks} 个线程`,
    refused: (n) => `拒绝了 ${n} 次 fork`,
    full: (limit) => `被拒绝时，${limit} 个名额已全部用完`,
    tasks: () => '个任务',
  },
  io: {
    read: (unit) => `${unit}（已读）`,
    written: (bytes) => `已写 ${bytes}`,
    free: '没有什么限制它',
    held: (device, rates) => `设备 ${device}：最多${rates.join('、')}`,
    rates: {
      readBytes: (bytes) => `每秒读 ${bytes}`,
      writtenBytes: (bytes) => `每秒写 ${bytes}`,
      reads: (n) => `每秒读 ${n} 次`,
      writes: (n) => `每秒写 ${n} 次`,
    },
  },
  disk: {
    used: (unit) => `${unit}（已用）`,
    free: '在这种文件系统上引擎设不了上限：它可以写满整个磁盘',
  },
  frozen: '已暂停：它的进程停在原处',
  notHidden: '上限不影响它看到什么：',
  seesAll: (memory, cpus) => {
    const parts = [
      ...(memory === null ? [] : [`${memory} 内存`]),
      ...(cpus === null ? [] : [`${cpus} 个 CPU`]),
    ];
    return `它看到的仍是整台机器的 ${parts.join('和 ')}。`;
  },
};
