import type { notices as en } from '../en/notices';

const hidepid = ({ hidepid: mode, count }: Record<string, string>): string => {
  const hidden = count === undefined ? '' : `（现有 ${count} 个）`;
  switch (mode) {
    case 'noaccess':
      return `/proc 以 hidepid=1 挂载：其他用户的进程${hidden}只列出编号，内容一概无法读取，所以这里没有它们。`;
    case 'ptraceable':
      return '/proc 以 hidepid=4 挂载：只列出 nsview 有权跟踪的进程，其余进程无论多少，这里都没有。';
    default:
      return '/proc 以 hidepid=2 挂载：其他用户的进程连编号都不列出，无论多少，这里都没有。';
  }
};

export const notices: typeof en = {
  'docker-desktop': (p) =>
    `${p.endpoint} 是 Docker Desktop 的守护进程：它的容器运行在它自己的虚拟机里，不在这里的进程之中，所以它们的命名空间未知。可以让 nsview 到里面去读取：\`--reader container\`。`,
  'engine-info-unknown': (p) =>
    `${p.endpoint} 的守护进程没有说明自己如何运行${p.reason ? `（${p.reason}）` : ''}：是否为 rootless、是否映射用户，都未知。`,
  'engine-list-slow': (p) =>
    `${p.endpoint} 的守护进程有响应，但列出容器要花很长时间：nsview 正在等待，它运行着哪些容器还不知道。`,
  'engine-lists-only': (p) =>
    `${p.endpoint} 的守护进程不允许 nsview 监听事件：容器的出现、变化和消失会晚几秒才看到。`,
  'engine-namespaces': (p) =>
    `${p.endpoint} 的守护进程运行在自己的命名空间里（${p.types}），不在这台机器的命名空间里。处于这些命名空间的容器，按“与宿主机相同”计。`,
  'engine-other-kernel': (p) =>
    `${p.endpoint} 的守护进程运行在另一个内核上（${p.theirs}，这里是 ${p.ours}）：在另一台机器或虚拟机里。它的进程号与本机的 /proc 无关，所以它的容器的命名空间都是未知。要看到它们，请在那里启动 nsview。`,
  'engine-process-unknown': (p) =>
    `没有找到 ${p.endpoint} 的守护进程，因此无法分辨某个命名空间是它与容器共用的，还是容器独有的。`,
  'engine-remote': (p) =>
    `${p.endpoint} 的守护进程在另一台机器上。它的进程号与本机的 /proc 无关，所以它的容器的命名空间都是未知。要看到它们，请在那里启动 nsview。`,
  'engine-unreached': (p) => {
    switch (p.problem) {
      case 'denied':
        return `nsview 无权询问 ${p.endpoint} 的引擎（${p.reason}），所以这里没有它的容器。请以 root 身份启动 nsview，或者用有权打开这个套接字的用户启动。`;
      case 'unsupported':
        return `指定为引擎的 ${p.endpoint} 无法询问（${p.reason}），所以这里没有它的容器。请改正它，或者用 \`--engine\` 指定要询问的引擎。`;
      default:
        return `${p.endpoint} 有程序在监听，却不像引擎那样回答（${p.reason}）。如果它是引擎，这里就缺少它的容器：请看它是否正常运行，或者用 \`--engine\` 指定怎样询问它。`;
    }
  },
  'engines-too-many': (p) =>
    `还发现 ${p.count} 个套接字，由名字与引擎相同的进程监听，但没有去询问：它们比任何机器上会有的引擎都多。那里运行的容器不在这里；请用 \`--engine\` 指定您要的那一个。`,
  sandboxed: (p) =>
    `${p.containers} 运行在自带的内核上（${p.runtimes}）。引擎所说的第一个进程是那个内核的，所以不知道里面能看到什么、用的是哪些命名空间。`,
  hidepid: (p) =>
    `${hidepid(p)}请以 root 身份启动 nsview，或者让它从容器里读取：\`--reader container\`。`,
  'host-is-vm': (p) =>
    p.vm === 'WSL'
      ? '这里的“宿主机”是 WSL 的虚拟机，不是 Windows：其中所有 Linux 发行版共用这一个内核，各有自己的 PID 命名空间。'
      : '这里的“宿主机”是 Docker Desktop 的虚拟机，不是你的电脑：所有容器共用的，是那台虚拟机的内核。',
  'host-namespaces': (p) =>
    p.from === 'kthreadd'
      ? '无法读取 1 号进程的命名空间；宿主机的命名空间取自 kthreadd（2 号进程）。'
      : '1 号进程和 kthreadd 都无法读取；宿主机的命名空间取内核的初始命名空间，其挂载和网络命名空间未知。',
  'links-unreadable': (p) =>
    `nsview 虽以 root 身份运行，${p.total} 个进程中仍有 ${p.count} 个的命名空间无法读取（${p.errno}）：它缺少 SYS_PTRACE 能力，或者被安全模块禁止。`,
  'not-root': (p) =>
    `nsview 以用户 ${p.uid} 的身份运行，不是 root：${p.total} 个进程中有 ${p.count} 个的命名空间它无权读取。请以 root 身份启动，或者让它从容器里读取：\`--reader container\`。`,
  'own-pid-namespace': (p) =>
    `nsview 运行在一个 PID 命名空间之内（${p.namespace}），例如在容器里：这里的“宿主机”只是其中的部分。外面的进程看不到，外面的容器都是未知。请在外面启动 nsview，或用 \`--pid=host\` 启动它的容器。`,
  'processes-hidden': (p) =>
    `有 ${p.count} 个进程列了出来，内容却一概无法读取：沙箱或安全模块不让 nsview 读取，所以这里没有它们。`,
  rootless: (p) => {
    const where = p.types ? `，处在自己的命名空间里（${p.types}）` : '';
    const counts = p.types ? '处于这些命名空间的容器，按“与宿主机相同”计。' : '';
    const cgroups = p.cgroups === 'none' ? '它无权创建 cgroup，所以它的容器没有资源限制。' : '';
    return `${p.endpoint} 的守护进程是 rootless 的：它以普通用户的身份运行${where}。${counts}容器里的 root，在外面就是这个用户。${cgroups}`;
  },
  'userns-remap': (p) =>
    `${p.endpoint} 的守护进程映射用户（userns-remap）：每个容器都有自己的用户命名空间，其中的 root 在外面只是普通用户。`,
};
