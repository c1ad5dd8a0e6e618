import type { inFull as en } from '../en/in-full';
import { noAnswer } from './no-answer';
import { listed } from './sentence';

const flagReasons = new Map([
  ['ENODATA', '引擎没有告知'],
  ['EINVAL', '引擎告知的内容不合常理'],
  ['no-flag', '已经设置，但没有参数可以表达'],
  ['redacted', '不显示命令行'],
]);
const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

export const inFull: typeof en = {
  open: '查看全貌',
  openWhy: '它能看到什么、可以用多少（Enter）',
  back: (view) => `返回${view}`,
  onHost: (pid) => `宿主机上的 PID ${pid}`,
  configuredAs: '配置为',
  more: (n) => `还有 ${n} 个`,
  fewer: '收起',
  inFull: '显示全文',
  flagsUnknown: {
    refused: (code) => `只知道它加入了什么，其他参数未知：${noAnswer[code]}`,
    all: (why) => `参数未知：${flagReasons.get(why) ?? why}`,
    flag: (flag, why) => `${flag} 未知：${flagReasons.get(why) ?? why}`,
  },
  loading: '正在读取这台机器……',
  toCome: (name) => `${name} 现在还没有，这一步的命令会创建它。`,
  gone: (name) => `${name} 已结束并被删除。`,
  ended: (name) => `${name} 在显示期间结束了。`,
  notRunning: (name) => `${name} 现在没有进程：什么也看不到，什么也不用。`,
  startIt: '这样启动它：',
  between: '；',
  failed: (name) => `无法绘制 ${name} 的全貌。`,
  rights: '它可以做什么',
  see: '它能看到什么',
  rightsBy: '权能',
  seeBy: '命名空间',
  legend: { shared: '共享', own: '独有', host: '宿主机的' },
  sharing: {
    own: '独有',
    host: '宿主机的',
    engine: '引擎的',
    unknown: '未知',
    none: '无',
    absent: '这里没有',
  },
  sharedWith: (others) => ['与 ', ...listed(others), ' 共享'],
  noSuchType: '这个内核没有这种命名空间。',
  pid: {
    seen: (all, own, others) => {
      if (all === own) return `${all} 个进程，都是自己的`;
      const parts = [
        `自己的 ${own} 个`,
        ...others.map(({ name, count }) => `${name} 的 ${count} 个`),
      ];
      const rest = all - own - others.reduce((sum, { count }) => sum + count, 0);
      if (rest > 0) parts.push(`其他 ${rest} 个`);
      return `${all} 个进程：${parts.join('，')}`;
    },
    all: (n) => `宿主机的全部 ${n} 个进程`,
    first: (inside, outside) =>
      inside === 1
        ? `它的 1 号进程在那里是 ${outside}`
        : `它的首个进程在这里是 ${inside}，在那里是 ${outside}`,
    ofHost: (n, first) => `宿主机共有 ${n} 个；${first}`,
    asHost: (pid) => `它的首个进程在这里也是 PID ${pid}`,
    notNumbered: '它给的编号未知',
  },
  net: {
    devices: (devices, more) => {
      const named = devices.map(({ name, address }) =>
        address === null ? [name] : [name, ' ', address],
      );
      if (more === 0) return listed(named).flat();
      const first = named.flatMap((each, nth) => (nth === 0 ? each : ['、', ...each]));
      return [...first, ` 和另外 ${more} 个`];
    },
    none: '没有网络设备',
    out: (gateway) => `经由 ${gateway} 出去`,
    noWay: '没有出去的路',
    onlyItself: '只能到达自己',
    ports: (ports) => `监听 ${ports}`,
    noPort: '没有监听端口',
  },
  mnt: {
    overlay: (layers) => `根是 ${layers} 层叠成的 overlay`,
    root: (fs) => ['根在 ', fs, ' 上'],
    noRoot: '没有挂载根',
    mounts: (n) => `${n} 个挂载`,
    readonly: '根只读',
  },
  user: {
    rootIs: (outside) => `里面的 UID 0 是宿主机的 UID ${outside}`,
    noRoot: '里面没有 UID 0',
    same: '每个 ID 内外相同',
    mapped: (n) => `映射了 ${grouped(n)} 个 ID；其余的不属于任何人`,
  },
  ipc: {
    shm: (path, size, used) => [
      path,
      size === null ? ' 没有上限' : ` 共 ${size}`,
      used === null ? '，空的' : `，已用 ${used}`,
    ],
    noShm: (path) => [path, ' 处没有挂载'],
    nothing: '没有共享内存段、消息队列和信号量',
  },
  uts: {
    name: (name) => ['它叫 ', name],
    asHost: '与宿主机自称的一样',
    host: (name) => `宿主机自称 ${name}`,
  },
  cgroup: {
    reads: (path) => ['读到的是 ', path],
    ownWould: (path) => ['若有自己的，读到的是 ', path],
    is: (path) => ['那是机器上的 ', path],
  },
  time: {
    host: '宿主机的时钟',
    up: (elapsed) => `，${elapsed}`,
    noOffset: '单调时钟和启动时钟都没有偏移',
    boot: (clock) => `启动以来：${clock}`,
    monotonic: (clock) => `单调时钟：${clock}`,
  },
};
