import type { lensContent as en } from '../en/lens-content';
import { noAnswer } from './no-answer';

export const lensContent: typeof en = {
  refused: (code) => `? 无法得知它隔离了什么：${noAnswer[code]}`,
  refusedShort: '? 无法得知',
  ends: (names, _n, name) =>
    `${name === null ? '它的 1 号进程' : `${name} `}结束时，${names} 随之结束`,
  endsCounted: (n, name) =>
    `${name === null ? '它的 1 号进程' : `${name} `}结束时，${n} 个容器随之结束`,
  endsUnknown: '? 不知道哪些容器随它的 1 号进程结束',
  notSet: '从未设置',
  rootIs: '它的 / 是',
  seesItselfAt: (name) => `${name} 看到自己在`,
  outsideRoot: '不在这个根之内',
  sysV: 'System V',
  objects: (n) => `${n} 个`,
  more: (n) => `还有 ${n} 个`,
  segment: (bytes, uid, attached) => `${bytes} · UID ${uid} · 被附加 ${attached} 次`,
  segmentShort: (bytes, attached) => `${bytes}，附加 ${attached} 次`,
  semaphore: (count, uid) => `${count} 个信号量 · UID ${uid}`,
  queue: (messages, bytes, uid) => `${messages} 条消息 · ${bytes} · UID ${uid}`,
  queueShort: (messages) => `${messages} 条消息`,
  counted: {
    segments: (n) => `${n} 个共享内存段`,
    semaphores: (n) => `${n} 组信号量`,
    queues: (n) => `${n} 个消息队列`,
  },
  inAll: (n) => `共 ${n} 个对象`,
  shmOf: (used, size) => `${used} / ${size}`,
  noMount: '没有挂载',
};
