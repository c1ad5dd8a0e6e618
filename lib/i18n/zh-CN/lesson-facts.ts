import { NAMESPACE_TYPES } from '../../model/namespace-type';
import { saidSize } from '../../use/said-size';
import type {
  joinedFacts as enJoined,
  lessonDenials as enDenials,
  lessonFacts as en,
} from '../en/lesson-facts';
import { ofType } from './type-names';

const of = (type: string) => {
  const known = NAMESPACE_TYPES.find((each) => each === type);
  return known === undefined ? ` ${type} ` : ofType(known);
};

const WHAT = new Map([
  ['memory', '内存'],
  ['cpu', ' CPU '],
  ['pids', '进程数'],
  ['io', '读写'],
  ['disk', '磁盘'],
]);
const named = (what: string) => WHAT.get(what) ?? what;

const limited: typeof en.limit = (c, what, count) => {
  const bytes = saidSize(Number(count)).text;
  switch (what) {
    case 'cpu':
      return `${c} 最多用 ${String(Number(count) / 1000)} 个 CPU`;
    case 'pids':
      return `${c} 最多有 ${count} 个进程`;
    case 'io':
      return `${c} 的读或写限制在每秒 ${bytes} 以内`;
    default:
      return `${c} 的${named(what)}上限是 ${bytes}`;
  }
};

export const lessonFacts: typeof en = {
  exists: (c) => `${c} 存在`,
  running: (c) => `${c} 在运行`,
  exited: (c, code = '') => (code === '' ? `${c} 已结束` : `${c} 以退出码 ${code} 结束`),
  'from-image': (c, image) => `${c} 由镜像 ${image} 创建`,
  shares: (a, b, type) => `${a} 与 ${b} 共享同一个${of(type)}命名空间`,
  own: (c, type) => `${c} 有自己的${of(type)}命名空间`,
  host: (c, type) => `${c} 用的是宿主机的${of(type)}命名空间`,
  sees: (from, c) => `${from} 能看到 ${c} 的首个进程`,
  processes: (c, count) => `${c} 至少有 ${count} 个进程`,
  'has-pid': (place, pid) => `${place} 看得到 ${pid} 号进程`,
  parent: (c, name) => `${name} 是 ${c} 首个进程的父进程`,
  state: (c, state) => `${c} 的首个进程处于状态 ${state}`,
  'in-syscall': (c, call) => `${c} 的首个进程正在系统调用 ${call} 中`,
  'same-kernel': (a, b) => `${a} 与 ${b} 运行在同一个内核上`,
  hypervisor: () => '处理器表明下面有虚拟机监控器：这台机器就是虚拟机',
  uid: (c, uid, outside) =>
    outside === 'same'
      ? `${c} 里的用户 ${uid} 在外面也是用户 ${uid}`
      : `${c} 里的用户 ${uid} 在外面是另一个用户`,
  'runs-as': (c, uid, where = '') =>
    `${c} 的首个进程在${where === '' ? '宿主机上' : '容器里'}是用户 ${uid}`,
  listens: (c, port) => `${c} 在监听 ${port} 端口`,
  reaches: (from, to, protocol, port) => `${from} 能连到 ${to} 的 ${protocol} ${port} 端口`,
  'only-device': (c, device) => `${c} 除了 ${device} 没有别的网络设备`,
  received: (c, bytes) => `从这一步开始，${c} 的网卡至少收到了 ${saidSize(Number(bytes)).text}`,
  firewall: (c) => `${c} 自己的防火墙里有规则`,
  mount: (c, path, mode = '') =>
    mode === ''
      ? `${c} 的 ${path} 上有挂载`
      : `${c} 的 ${path} 以${mode === 'ro' ? '只读' : '可写'}方式挂载`,
  limit: limited,
  'no-limit': (c, what) => `${c} 的${named(what)}没有限制`,
  'oom-killed': (c) => `${c} 有进程因达到内存上限被杀`,
  throttled: (c) => `${c} 因达到 CPU 上限被限速`,
  refused: (c) => `${c} 想再启动一个进程，被拒绝`,
  image: (image) => `镜像 ${image} 存在`,
  'layers-shared': (a, b) => `${a} 与 ${b} 有共同的层，也有不同的层`,
  answered: () => '问题已作答',
};

export const lessonDenials: typeof enDenials = {
  exists: (c) => `${c} 不存在`,
  running: (c) => `${c} 没有在运行`,
  'from-image': (c, image) => `${c} 不是由镜像 ${image} 创建`,
  shares: (a, b, type) => `${a} 与 ${b} 不共享${of(type)}命名空间`,
  sees: (from, c) => `${from} 看不到 ${c} 的首个进程`,
  hypervisor: () => '处理器没有表明有虚拟机监控器',
  'runs-as': (c, uid, where = '') =>
    `${c} 的首个进程在${where === '' ? '宿主机上' : '容器里'}不是用户 ${uid}`,
  reaches: (from, to, protocol, port) => `${from} 连不到 ${to} 的 ${protocol} ${port} 端口`,
  received: (c, bytes) => `从这一步开始，${c} 的网卡收到的不到 ${saidSize(Number(bytes)).text}`,
  firewall: (c) => `${c} 自己的防火墙里没有规则`,
  throttled: (c) => `${c} 没有因 CPU 上限被限速`,
  mount: (c, path) => `${c} 的 ${path} 上没有挂载`,
  image: (image) => `镜像 ${image} 不存在`,
};

export const joinedFacts: typeof enJoined = {
  host: '宿主机',
  not: (fact) => `并非：${fact}`,
  all: (facts) => facts.join('；'),
  any: (facts) => facts.join('，或者 '),
};
