import type { notices as en } from '../en/notices';

export const notices: typeof en = {
  'engine-namespaces': (p) =>
    `${p.endpoint} 的守护进程运行在自己的命名空间里（${p.types}），不在这台机器的命名空间里。处于这些命名空间的容器，按“与宿主机相同”计。`,
  'engine-process-unknown': (p) =>
    `没有找到 ${p.endpoint} 的守护进程，因此无法分辨某个命名空间是它与容器共用的，还是容器独有的。`,
  'engine-remote': (p) =>
    `${p.endpoint} 的守护进程在另一台机器上。它的进程号与本机的 /proc 无关，所以它的容器的命名空间都是未知。`,
  'links-unreadable': (p) =>
    `${p.total} 个进程中有 ${p.count} 个的命名空间无法读取（${p.errno}）。以 root 身份启动 nsview 即可看到全部。`,
  'host-namespaces': (p) =>
    p.from === 'kthreadd'
      ? '无法读取 1 号进程的命名空间；宿主机的命名空间取自 kthreadd（2 号进程）。'
      : '1 号进程和 kthreadd 都无法读取；宿主机的命名空间取内核的初始命名空间，其挂载和网络命名空间未知。',
};
