import { fieldUnknown } from './container-fields';
import { reason } from './reason';
import { listed } from './sentence';
import type { inspector as en } from '../en/inspector';

export const inspector: typeof en = {
  elapsed: ({ count, unit }) =>
    ({
      second: `已运行 ${count} 秒`,
      minute: `已运行 ${count} 分钟`,
      hour: `已运行 ${count} 小时`,
      day: `已运行 ${count} 天`,
    })[unit],
  stale: '它的容器引擎无响应。这里显示的是最后一次得知的情况。',
  engineWithin: (name) => `它的容器引擎运行在容器 ${name} 中。`,
  moreRows: (n) => `……还有 ${n} 个`,
  openProcesses: '打开进程视图',
  unknown: (why) => (why === null ? '未知' : `未知：${reason(why)}`),
  columns: {
    pidInside: (name) => `${name} 中的 PID`,
    pidHere: '此处 PID',
    pidOnHost: '宿主机 PID',
    uid: 'UID',
    from: '属于',
    command: '命令',
    type: '类型',
    inode: 'inode',
    sharing: '共享情况',
  },

  users: {
    heading: '两边同一个 UID',
    ofOnHost: (name) => `${name}：在宿主机上`,
    nobody: '谁也不是：没有映射',
    onHost: (uid) => `宿主机 ${uid}`,
    both: (inside, outside) =>
      inside === outside
        ? `在这里和宿主机上都是用户 ${inside}`
        : `在这里是用户 ${inside}，在宿主机上是用户 ${outside}`,
    unmapped: (shown, outside) =>
      `宿主机上的用户 ${outside}，在这里没有对应的 UID，显示为 ${shown}`,
    unknown: (why) => `不知道它在这里的 UID${why === null ? '' : `：${reason(why)}`}`,
  },

  container: {
    heading: '命名空间',
    shared: (others) => ['与 ', ...listed(others), ' 共享'],
    broken: (donor, restarted) => [
      '配置要求与 ',
      donor,
      restarted ? ' 共享，但它重启后用的是另一个' : ' 共享，但它用的是另一个',
    ],
    mayShare: (type, others) => [
      `${type}：就目前所知是独有的；也可能与 `,
      ...listed(others),
      ' 共享，后者无法读取。',
    ],
    configuredAs: '引擎中的配置：',
    joinsNothing: '没有要求使用其他容器或宿主机的命名空间。',
    publishes: (inside, hostPort, addresses) =>
      addresses === null
        ? `已发布：它的端口 ${inside} 就是宿主机所有地址上的端口 ${hostPort}`
        : `已发布：它的端口 ${inside} 就是宿主机地址 ${addresses.join('、')} 上的端口 ${hostPort}`,
    proxy: (pids) => `docker-proxy 在那里监听（PID ${pids.join('、')}）`,
    joinGone: '它指定的容器已经不在了',
    processes: (name) => [name, ' 能看到的进程'],
    noProcess: '它现在没有进程，因此不在任何命名空间里，也看不到什么。',
    blind: '它的 PID 命名空间无法读取，所以不知道它能看到什么。',
    configuration: '配置',
    unread: fieldUnknown,
  },

  pod: {
    heading: (pod) => `Pod ${pod}`,
    ground: (pod, names, chosen) =>
      `Pod ${pod}：${names.length === 0 ? '只有 pause 容器' : names.join('、')}。按下可选中 ${chosen}`,
    isPause: '它是 pause 容器：里面什么也不运行，只负责持有其他容器共享的命名空间。',
    others: (others) => ['其中还有：', ...listed(others), '。'],
    alone: '其中没有别的容器在运行。',
    pause: (pause) => ['其中共享的命名空间由 pause 容器 ', pause, ' 持有，里面什么也不运行。'],
    processes: (asked) => `其中的容器看得到彼此的进程：${asked}`,
    sees: (these) => ['它看得到这些容器的进程：', ...listed(these), '。'],
    unknown: '其中的容器是否看得到彼此的进程，未能读取。',
    host: (field) => `它在宿主机的命名空间中：${field}`,
  },

  namespace: {
    isolates: (what) => `其中的成员有自己的一份：${what}。`,
    host: '它是宿主机自己的命名空间。',
    notHost: '它不是宿主机的命名空间。',
    members: '其中的容器',
    noMembers: '没有容器的第一个进程在其中。',
    processes: (n) => `其中有 ${n} 个进程`,
    noProcesses: '现在没有进程在其中。',
    relations: '关系',
    parent: '父命名空间',
    owner: '所属用户命名空间',
    ownerUid: '创建者的 UID',
    uid: (uid) => `UID ${uid}`,
    leader: '首个进程',
    heldBy: '仍被以下对象引用',
    held: {
      thread: '一个线程',
      mount: '一个绑定挂载',
      fd: '一个打开的文件',
      socket: '一个套接字',
    },
    ofPid: (pid) => `（PID ${pid}）`,
    none: '无',
    root: '无：它是最外层',
    notNested: '无：这种命名空间不嵌套',
    inferred: '推断',
    inferredWhy: '根据进程树推断，并非内核直接告知。',
    uidMap: 'UID 映射',
    gidMap: 'GID 映射',
    inside: '命名空间内',
    outside: '命名空间外',
    length: '长度',
    noMap: '没有映射任何 ID。',
  },

  host: {
    readBy: '由谁读取',
    recording: '录制文件',
    kernel: '内核',
    hostname: '主机名',
    cgroups: 'cgroup',
    cgroupDefault: {
      host: '在这个版本下，容器默认处于宿主机的 cgroup 命名空间，除非另行指定。',
      own: '在这个版本下，容器默认得到自己的 cgroup 命名空间，除非另行指定。',
    },
    namespaces: '宿主机的命名空间',
    readFrom: (from) => `读取自${from}。`,
    namespacesFrom: {
      pid1: ' 1 号进程',
      kthreadd: ' kthreadd（2 号进程），因为 1 号进程无法读取',
      initial: '内核公认的初始命名空间，因为宿主机的进程都无法读取',
      self: ' nsview 自身，因为其他进程都无法读取',
    },
  },

  missing: {
    container: (name) => `现在没有名为 ${name} 的容器。`,
    containerHint: '它可能已被删除。有同名的容器启动时，就会显示在这里。',
    namespace: (name) => `${name} 现在不存在。`,
    namespaceHint:
      '当没有进程、线程、挂载点或打开的文件占用它时，命名空间就会消失。它的编号以后可能会给别的命名空间使用。',
    process: (pid) => `PID 为 ${pid} 的进程现在不存在。`,
    processHint: '它已经结束。它的编号以后可能会给别的进程使用。',
    back: '回到整台机器',
  },
};
