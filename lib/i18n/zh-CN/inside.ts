import type { inside as en } from '../en/inside';
import { noAnswer } from './no-answer';
import { listed } from './sentence';

const reasons = new Map([
  ['ESRCH', '其中没有进程'],
  ['not-recorded', '录制时没有记下'],
  ['EPERM', '读取的一方无权进入'],
  ['not-seen', '看得到的进程都显示不出来'],
  ['outside-root', '用来读取的那个进程不在它的根之内'],
  ['too-many', '太多了'],
  ['older-iptables', '由旧版 iptables 管理，这里不读取它的规则'],
  ['ENOENT', '没有这个文件'],
  ['not-a-file', '那里不是普通文件'],
  ['too-large', '文件太大'],
  ['ENOSYS', '在这里无法安全地读取'],
  ['ETIMEDOUT', '它所用的文件系统没有响应'],
  ['EBUSY', '其他容器中没有响应的文件系统太多'],
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
  endTogether: (names, _n, first) =>
    `${first} 结束时，${names} 随之结束：${first} 的首个进程是这个 PID 命名空间的 1 号进程，它一结束，内核就会结束其中的其他所有进程。`,
  ends: (others) => listed(others),
  setgroups: 'setgroups',
  setgroupsText: {
    allow: '允许：进程可以更改自己所属的组',
    deny: '禁止：进程不能更改自己所属的组',
  },
  namesInside: '其中的用户名',
  namesOutside: '外面的用户名',
  names: (names) => {
    const all = Object.entries(names).map(([id, name]) => `${id} ${name}`);
    return all.length === 0 ? '这些 UID 都没有用户名' : all.join('，');
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
  dns: 'DNS',
  noNameserver: '本机',
  search: (domains) => `搜索域 ${domains.join('、')}`,
  forwarding: '转发',
  forwards: (does) => (does ? '是' : '否'),
  mounts: '挂载',
  mountColumns: { path: '路径', options: '选项' },
  from: '来自',
  mountKinds: {
    root: '它的根',
    image: '镜像',
    volume: '卷',
    bind: '宿主机或别处的内容',
    tmpfs: '内存中',
    masked: '已遮蔽',
    readonly: '只读',
    kernel: '内核提供',
    engine: '引擎放入',
    other: '其他',
  },
  layersBelow: (n) => `下面有 ${n} 层`,
  mountedFrom: (path, source) => (path === null ? source : `宿主机的 ${path}`),
  removed: '原目录已删除',
  hiddenMount: '看不到：上面又盖了别的挂载',
  danger: (danger, path, writable) => {
    const said = inside.dangerSaid(danger, path, writable);
    return danger === 'engine' ? `${path}：${said}` : said;
  },
  dangerSaid: (danger, path, writable) => {
    if (danger === 'engine') return '谁能与它通信，谁就等于宿主机上的 root';
    const may = writable ? '可以从里面更改' : '可以从里面读取';
    return danger === 'whole' ? `宿主机的所有文件都${may}` : `宿主机的 ${path} ${may}`;
  },
  maskedPaths: (n) => `${n} 个路径被遮蔽，谁也读不到`,
  readonlyPaths: (n) => `其中 ${n} 个路径只读`,
  moreMounts: (n) => `……还有 ${n} 个`,
  partOnly: (root) => `只能从 ${root} 看：可借以查看的进程都被限制在其中一部分里。`,
  noHostPaths: (why) => `挂载的内容在宿主机的什么位置：${inside.unknown(why)}`,
  firewall: '防火墙',
  noFirewall: '没有规则：一律放行',
  dormant: '已停用：不会有数据包经过它',
  rules: (n) => `${n} 条规则`,
  noChains: '没有链',
  atHook: (hook) => `挂在 ${hook}`,
  policy: { accept: '其余放行', drop: '其余丢弃' },
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
  short: {
    andMore: (first, more) => `${first}，还有 ${more} 个`,
    loopbackOnly: '只能与自己通信',
    listensAt: (ports) => `监听 ${ports}`,
    given: (volumes, binds) => [
      ...(volumes === 0 ? [] : [`${volumes} 个卷`]),
      ...(binds === 0 ? [] : [`${binds} 个绑定挂载`]),
    ],
    sameIds: 'ID 内外相同：里面的 root 就是外面的 root',
    rootIs: (outside) => `里面的 root 在外面是 ${outside}`,
    noRoot: '里面没有 root',
    segments: (n) => `${n} 个共享内存段`,
    semaphores: (n) => `${n} 个信号量集`,
    queues: (n) => `${n} 个消息队列`,
    rootOf: (root) => `根是 ${root}`,
    booted: (clock) => `启动以来：${clock}`,
  },
};
