import type { comparison as en } from '../en/comparison';

export const comparison: typeof en = {
  heading: (first, second) => `${first} 与 ${second}`,
  lead: (same, all) => `${all} 类命名空间中，有 ${same} 类两者相同。`,
  table: '逐类对比',
  standings: {
    same: '相同',
    different: '不同',
    'first inside': '不同，一个嵌在另一个里',
    'second inside': '不同，一个嵌在另一个里',
    unknown: '未知',
    none: '没有进程',
    absent: '无此类型',
  },
  follows: {
    same: {
      pid: (a, b) => `${a} 和 ${b} 能看见对方的进程；用户权限允许时，还能给它们发信号。`,
      net: (a, b) =>
        `${a} 和 ${b} 的地址相同，用 127.0.0.1 就能互相访问；同一个端口不能两边都监听。`,
      mnt: (a, b) => `${a} 和 ${b} 看到同样的文件和挂载。`,
      user: (a, b) => `同一个 UID 在 ${a} 和 ${b} 里含义相同：一边的 root 就是另一边的 root。`,
      ipc: (a, b) => `${a} 和 ${b} 可以共用共享内存、信号量和消息队列。`,
      uts: (a, b) => `${a} 和 ${b} 的主机名相同，一边修改，另一边也跟着变。`,
      cgroup: (a, b) => `${a} 和 ${b} 看到的 cgroup 树根相同。`,
      time: (a, b) => `${a} 和 ${b} 的单调时钟、启动时钟读数相同。`,
    },
    different: {
      pid: (a, b) => `${a} 和 ${b} 互相看不见对方的进程；两边都可以有自己的 1 号进程。`,
      net: (a, b) => `${a} 和 ${b} 各有自己的网卡、地址和端口；127.0.0.1 各是各的。`,
      mnt: (a, b) => `${a} 和 ${b} 各有自己的根文件系统和挂载。`,
      user: (a, b) => `同一个 UID 在 ${a} 和 ${b} 里可以代表不同的用户。`,
      ipc: (a, b) => `${a} 和 ${b} 不共用共享内存、信号量和消息队列。`,
      uts: (a, b) => `${a} 和 ${b} 可以有不同的主机名。`,
      cgroup: (a, b) => `${a} 和 ${b} 各把自己的 cgroup 看作树根。`,
      time: (a, b) => `${a} 和 ${b} 的单调时钟、启动时钟读数可以不同。`,
    },
    inside: {
      pid: (inner, outer) => `${outer} 看得见 ${inner} 的进程，反过来看不见。`,
      user: (inner, outer) =>
        `${inner} 的 UID 要映射到 ${outer} 所在的命名空间：${inner} 里的 root 不一定是 ${outer} 里的 root。`,
    },
  },
  unknown: (type) => `不知道两者是否共享 ${type} 命名空间。`,
  none: '其中一个现在没有进程。',
  absent: (type) => `此内核没有 ${type} 命名空间：它本该隔离的东西，两者看到的都一样。`,
  follow: '由此可知',
  processes: '并排查看两者的进程',
  withWhom: '与另一个容器对比…',
  how: '按住 Shift 点另一个容器，或在它上面按 Shift+回车，可以对比两者。',
};
