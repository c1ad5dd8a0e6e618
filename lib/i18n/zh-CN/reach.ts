import type { Change, Said } from '../../reach/said';
import type { reach as en } from '../en/reach';

type Says = (said: Omit<Said, 'code'>) => string;

const at = ({ address, port }: Pick<Said, 'address' | 'port'>, otherwise: string) => {
  if (address === undefined) return port === undefined ? otherwise : `${otherwise}的端口 ${port}`;
  if (port === undefined) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
};
const rule = ({ chain, rule }: Pick<Said, 'chain' | 'rule'>) =>
  rule === undefined ? `链 ${chain ?? '?'} 的默认策略` : `链 ${chain ?? '?'} 的第 ${rule} 条规则`;
const by = (said: Pick<Said, 'chain' | 'rule'>) =>
  said.chain === undefined ? '' : `（${rule(said)}）`;

/** What of a network is read, in words; else it is the network's own name. */
const parts = new Map([
  ['links', '它的网络设备'],
  ['devices', '它的网络设备'],
  ['addresses', '它的地址'],
  ['qdiscs', '它的网络设备上的排队规则'],
  ['routes4', '它的 IPv4 路由'],
  ['routes6', '它的 IPv6 路由'],
  ['rules4', '它的 IPv4 路由策略规则'],
  ['rules6', '它的 IPv6 路由策略规则'],
  ['conf4', '它的 IPv4 设置'],
  ['conf6', '它的 IPv6 设置'],
  ['tables', '它的防火墙的表'],
  ['chains', '它的防火墙的链'],
  ['nftRules', '它的防火墙规则'],
  ['bridges4', '网桥是否交给防火墙检查'],
  ['bridges6', '网桥是否交给防火墙检查'],
  ['older4', '旧版 iptables 是否设有规则'],
  ['older6', '旧版 iptables 是否设有规则'],
  ['listening', '谁在其中监听'],
  ['ports', '发布了哪些端口'],
  ['processes', '在那里监听的程序是按什么参数启动的'],
]);
/** Why it could not be; other than these as the system names it. */
const reasons = new Map([
  ['ENODATA', '没有给出'],
  ['EBADMSG', '读不懂'],
  ['EINTR', '读取期间它变了'],
  ['EACCES', '读取者没有权限'],
  ['EPERM', '读取者没有权限'],
  ['ESRCH', '其中没有进程'],
]);

const says: Record<Said['code'], Says> = {
  sends: ({ device, ...to }) =>
    device === undefined ? `发往自己的 ${at(to, '地址')}` : `从 ${device} 发往 ${at(to, '外部')}`,
  answers: ({ device, ...to }) =>
    device === undefined ? `回复给自己的 ${at(to, '地址')}` : `从 ${device} 回复 ${at(to, '外部')}`,
  wire: ({ device, what }) =>
    `从 ${device} 收到${what === undefined ? '' : `，它是 ${what} 的另一端`}`,
  bridge: (said) => `网桥 ${said.device} 把它从一个端口转到另一个端口${by(said)}`,
  arrives: ({ device, ...to }) => `从 ${device} 收下，目的地址是 ${at(to, '自己')}`,
  forwards: (said) => `从 ${said.device} 转发出去${by(said)}`,
  redirected: (said) => `改发到 ${at(said, '?')}：${rule(said)}`,
  masked: (said) => `把来源改为 ${at(said, '?')}：${rule(said)}`,
  listens: ({ what, ...to }) => `${what || '某个进程'} 在 ${at(to, '?')} 监听`,
  proxy: (to) => `docker-proxy 接受连接，再自己连到 ${at(to, '?')}`,
  leaves: ({ device, address }) =>
    `从 ${device} 离开这台机器${address === undefined ? '' : `，来源地址是 ${address}`}；外面的情况不再追查`,
  comes: ({ device, ...to }) => `从外部经 ${device} 进来，发往 ${at(to, '?')}`,
  accepted: () => '收到回复',

  'no-device': () => '没有可用的网络设备',
  'no-address': () => '没有可以发往或用来发出的地址',
  'no-route': () => '没有通往那里的路由',
  'refused-route': ({ what }) => `它的路由拒绝转发：${what}`,
  'device-down': ({ device }) => `${device} 未启用或未连通`,
  'nobody-has': ({ address, device }) => `${device} 这一侧没有谁拥有地址 ${address}`,
  dropped: (said) => `被${rule(said)}丢弃`,
  'dropped-by-policy': (said) => `没有规则放行，被${rule(said)}丢弃`,
  rejected: (said) => `被拒绝：${rule(said)}`,
  'not-forwarding': () => '不转发发给别人的数据包（转发未开启）',
  isolated: ({ device, what }) => `网桥 ${what} 把端口 ${device} 与其他端口隔离`,
  'port-blocks': ({ device, what }) => `网桥 ${what} 阻塞了端口 ${device}`,
  'rp-filter': ({ device }) => `被丢弃：回复不会从 ${device} 发回去（反向路径过滤）`,
  'nobody-listens': (to) => `没有进程在 ${at(to, '?')} 监听`,
  'not-published': ({ port }) =>
    port === undefined ? '它没有发布任何端口' : `它的端口 ${port} 没有发布`,
  elsewhere: (to) => `到了别处：${at(to, to.device ?? '?')}`,

  unread: ({ what = '?', why = '?' }) =>
    `无法得知${parts.get(what) ?? ` ${what} `}：${reasons.get(why) ?? why}`,
  rule: (said) => `${rule(said)}取决于这里无法得知的情况：${said.what}`,
  'route-rule': ({ rule: number, what }) =>
    number === undefined
      ? `这种情况没有推算：${what}`
      : `看不懂优先级为 ${number} 的路由规则：${what}`,
  'several-ways': ({ address }) => `到 ${address} 有几条路可走`,
  'several-have': ({ address }) => `不止一个设备拥有地址 ${address}`,
  'unseen-end': ({ device }) => `${device} 通向的地方看不到任何进程`,
  older: ({ what }) => `旧版 iptables 为 ${what} 设有规则，这里不读取`,
  vlan: ({ device }) => `${device} 按虚拟局域网区分，这里没有推算`,
  program: ({ device, what }) => `${device} 上由程序决定（${what}），无法看到它怎么做`,
  neighbours: () => '它的防火墙可能会挡住对 IPv6 地址的邻居查询',
  'own-address': ({ address }) => `它以 ${address} 的身份离开，外部是否知道回来的路，这里看不到`,
  'too-long': () => '这条路没有尽头',
  'too-many': () => '可能的情况太多',
};

const changes: Record<Change['code'], (change: Omit<Change, 'code'>) => string> = {
  'join-network': () => '把两者接入引擎的同一个网络',
  publish: ({ port }) =>
    port === undefined ? '发布它的端口' : `发布它的端口 ${port}（-p ${port}）`,
  listen: ({ port }) =>
    port === undefined
      ? '让程序在那里的所有地址上监听'
      : `让程序在那里的所有地址上监听端口 ${port}`,
  allow: (change) => `让${rule(change)}放行`,
  'enable-forwarding': () => '在那里开启转发（net.ipv4.ip_forward）',
  'enable-device': ({ device }) => `启用 ${device}`,
};

export const reach: typeof en = {
  heading: '谁能连到谁',
  question: (from, to) => `${from} 能连到 ${to} 吗？`,
  asked: '正在推算……',
  verdict: { yes: '能', no: '不能', unknown: '未知' },
  summary: (verdict, from, to, where) => {
    switch (verdict) {
      case 'yes':
        return `${from} 能连到 ${to} 的${where}。`;
      case 'no':
        return `${from} 连不到 ${to} 的${where}。`;
      case 'unknown':
        return `无法得知 ${from} 能否连到 ${to} 的${where}。`;
    }
  },
  where: (protocol, port) =>
    port === null ? `任意 ${protocol} 端口` : ` ${protocol} ${port} 端口`,
  hop: (where, what) => `${where}：${what}`,
  host: '宿主机',
  outside: '外部',
  otherNetwork: '另一个网络',
  way: '去的路',
  back: '回复的路',
  protocol: '协议',
  port: '端口',
  anyPort: '任意',
  around: '外部与宿主机',
  aroundLead: '从外部、从宿主机能否连到它，它又能否连到外部和宿主机。',
  workOut: '推算一下',
  fold: '收起',
  itsPorts: '它的端口：',
  noPort: (text) => `${text} 不是端口号：应为 1 到 65535 之间的数字。`,
  noPacket: '根据此刻的地址、路由和规则推算，不发送任何数据包。',
  changes: (list) => `怎样改变结果：${list.join('；')}。`,
  says: ({ code, ...said }) => says[code](said),
  change: ({ code, ...change }) => changes[code](change),
};
