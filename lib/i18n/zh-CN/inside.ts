import type { inside as en } from '../en/inside';
import { noAnswer } from './no-answer';
import { listed } from './sentence';

const reasons = new Map([
  ['ESRCH', '其中没有进程'],
  ['EPERM', '读取的一方无权进入'],
  ['not-seen', '看得到的进程都显示不出来'],
  ['outside-root', '用来读取的那个进程不在它的根之内'],
  ['of-children-only', '内核只给出其中进程的子进程的情况'],
]);

export const inside: typeof en = {
  heading: '它隔离了什么',
  asked: '正在读取……',
  refused: (code) => `无法得知：${noAnswer[code]}。`,
  unknown: (why) => (why === undefined ? '未知' : `未知：${reasons.get(why) ?? why}`),
  init: '1 号进程',
  initWhy: '这个进程一结束，内核就会结束命名空间里的其他所有进程。',
  levels: '层次',
  levelsText: (n) => (n === 0 ? '最外层' : `最外层之下第 ${n} 层`),
  endsWith: '随它结束',
  nobody: '没有别的容器',
  ends: (others) => listed(others),
  setgroups: 'setgroups',
  setgroupsText: {
    allow: '允许：进程可以更改自己所属的组',
    deny: '禁止：进程不能更改自己所属的组',
  },
  root: '它的根',
  rootWhy: '它眼中的 / 就是机器上的这个 cgroup。',
  devices: '网络设备',
  addresses: '地址',
  whichDevice: (why) => `哪个地址属于哪个设备：${inside.unknown(why)}`,
  restOfDevices: (why) => `它们的其他情况：${inside.unknown(why)}`,
  someOf: (what, why) => `${what}：${inside.unknown(why)}`,
  state: (state, enabled) => {
    if (state !== 'unknown') return { up: '已连通', down: '未连通' }[state];
    return enabled === null ? '状态未知' : enabled ? '已启用' : '未启用';
  },
  noAddress: '没有地址',
  portOf: (bridge) => `网桥 ${bridge} 的端口`,
  otherEnd: (name, namespace) => [`另一端：${name}，在 `, namespace],
  otherEndUnseen: '另一端所在的网络里看不到任何进程',
  listening: '正在监听',
  nobodyListens: '没有',
  by: (pids) => `PID ${pids.join('、')}`,
  byOutside: '这个网络之外的进程',
  byUnknown: (why) => `属于谁：${inside.unknown(why)}`,
  routes: '路由',
  noRoutes: '没有',
  via: (gateway) => `经由 ${gateway}`,
  on: (device) => `设备 ${device}`,
  forwarding: '转发',
  forwards: (does) => (does ? '是' : '否'),
  hostname: '主机名',
  domainname: 'NIS 域名',
  segments: '共享内存',
  semaphores: '信号量',
  queues: '消息队列',
  shmMount: '/dev/shm',
  noObjects: '没有',
  segment: (key, bytes, attached) => `${key} · ${bytes} · 被附加 ${attached} 次`,
  semaphoreSet: (key, count) => `${key} · ${count} 个`,
  queue: (key, messages, bytes) => `${key} · ${messages} 条消息，${bytes}`,
  shmUsed: (used, size) => (size === null ? `已用 ${used}，没有上限` : `已用 ${used}，共 ${size}`),
  boottime: '启动以来',
  monotonic: '单调时钟',
  clock: ({ ahead, days, time }) => {
    const length = days === 0 ? time : `${days} 天 ${time}`;
    return ahead === null ? '与宿主机相同' : `${ahead ? '快' : '慢'} ${length}`;
  },
};
