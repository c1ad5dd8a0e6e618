import type { NamespaceType } from '../../model/namespace-type';
import type { lens as en } from '../en/lens';
import { filters } from './filters';

const listed = (names: string[], more: number): string => {
  if (more > 0) return `${names.join('、')} 等 ${names.length + more} 个容器`;
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join('、')} 和 ${names.at(-1) ?? ''}`;
};

const leads: Record<NamespaceType, string> = {
  pid: '一个框是一个 PID 命名空间，一个点是一个进程；空间足够时，点上的数字是它自己看到的 PID。外面的框看得见里面的，里面的看不见外面的。',
  net: '一个框是一个网络命名空间。同一个框里的进程使用相同的网卡、地址、端口和路由。',
  mnt: '一个框是一个挂载命名空间。同一个框里的进程看到同样的挂载。',
  user: '一个框是一个用户命名空间。框里的 UID 在框外可以是另一个 UID：里面的 root 不一定是宿主机的 root。',
  ipc: '一个框是一个 IPC 命名空间。同一个框里的进程可以共用共享内存、信号量和消息队列。',
  uts: '一个框是一个 UTS 命名空间。同一个框里的进程用同一个主机名。',
  cgroup: '一个框是一个 cgroup 命名空间。同一个框里的进程把同一个 cgroup 看作树的根。',
  time: '一个框是一个时间命名空间。同一个框里的进程，单调时钟和启动时钟的偏移相同。',
};

const telling: Partial<Record<NamespaceType, string>> = {
  net: '一个框是一个网络命名空间，框里写出它的网卡、地址、路由、防火墙规则和监听的端口。线从一块网卡通向它接入的地方。',
  ipc: '一个框是一个 IPC 命名空间，框里写出其中的进程可以共用的共享内存、信号量和消息队列，以及其中一个进程的 /dev/shm 用了多少。',
  uts: '一个框是一个 UTS 命名空间，框里写出其中进程的主机名和 NIS 域名，以内核在里面给出的为准。',
  cgroup:
    '一个框是一个 cgroup 命名空间：其中的进程把机器上的哪个 cgroup 看作 /，每个容器看到自己在哪里。',
  time: '一个框是一个时间命名空间，框里写出它的启动时钟和单调时钟与机器的时钟相差多少。',
};

export const lens: typeof en = {
  titles: {
    pid: '透镜：PID——谁看得见谁',
    net: '透镜：网络——谁共用网卡和端口',
    mnt: '透镜：挂载——谁看到哪些文件',
    user: '透镜：用户——谁的 root 是谁',
    ipc: '透镜：IPC——谁共用内存和消息队列',
    uts: '透镜：UTS——谁用哪个主机名',
    cgroup: '透镜：cgroup——各自的限制树从哪里开始',
    time: '透镜：时间——谁的时钟有偏移',
  },
  lead: (type, told) => (told ? telling[type] : undefined) ?? leads[type],
  waiting: '正在等待第一次读取结果……',
  picture: (type) => `各进程所在的 ${type} 命名空间`,
  unknown: '无法读取',
  absent: '无此类型',
  moreRight: '右边还有',
  members: {
    hostSeesAll: (n) => `宿主机 · 看得见全部 ${n} 个进程`,
    hostWithSeesAll: (names, more, n) =>
      `宿主机 · 还有 ${listed(names, more)} · 看得见全部 ${n} 个进程`,
    host: '宿主机',
    hostWith: (names, more) => `宿主机 · 还有 ${listed(names, more)}`,
    alone: (name) => name,
    shared: (names, more) => `${listed(names, more)}${more === 0 ? ' ' : ''}共享`,
    withHidden: filters.withHidden,
    none: (n) => (n === 0 ? '里面没有进程' : '没有容器'),
    absent: (n) => `此内核没有这种命名空间：它不隔离这 ${n} 个进程`,
    unknown: () => '不知道属于哪个命名空间',
  },
  box: (name, said, n) => `${name}，${said}，里面有 ${n} 个进程`,
  dot: (pid, command, above, hostPid, container) => {
    const between = above.map((each, nth) => `往外第 ${nth + 1} 层是 PID ${each}，`).join('');
    return `PID ${pid}：${command}。${between}在宿主机上是 PID ${hostPid}${container === null ? '' : `，属于 ${container}`}`;
  },
  onHost: (above, pid) => [...above, `宿主机 ${pid}`].join(' · '),
  condensed: (n) => `${n} 个宿主机进程`,
  condensedElsewhere: (n) => `${n} 个不属于任何容器的进程`,
  open: '逐个显示',
  close: '只显示数量',
  kernel: (release) => `同一个 Linux 内核 · ${release} · 所有容器都运行在它上面`,
  legend: '容器，以及各自的进程数',
  legendEntry: (name, n) => `${name} · ${n}`,
  hint: '指向一个点，查看这个进程在各处的 PID。方向键移动；数字键 1–8 换透镜。',
};
