import type { ReaderProblem, ReaderStep } from '../../protocol/reader-state';
import type { reader as en } from '../en/reader';

const steps: Record<ReaderStep, string> = {
  engine: '询问容器引擎',
  image: '制作空镜像',
  create: '创建容器',
  start: '启动容器',
  look: '从容器中读取 /proc',
};

const problems: Record<ReaderProblem, string> = {
  unreachable: '连不上容器引擎',
  remote: '容器引擎在另一台机器上',
  rootless: '容器引擎不以 root 运行，它的容器能读到的不比你多',
  refused: '容器引擎拒绝了',
  'no-node': '那里的容器中没有可以运行的 Node.js',
  ended: '它已结束',
  silent: '它没有及时响应',
  garbled: '它返回的不是读取结果',
  'not-built': '它的程序还没有构建',
};

const advice: Record<ReaderProblem, string> = {
  unreachable: '请启动容器引擎，读取器随后会自动启动。',
  remote: '请在那台机器上运行 nsview。',
  rootless: '请改为以 root 身份启动 nsview。',
  refused: '原因见容器引擎的原话。也可以以 root 身份启动 nsview，那样不需要容器。',
  'no-node': '请先拉取一个带有 Node.js 的镜像，再重试：',
  ended: '请重试；也可以以 root 身份启动 nsview，那样不需要容器。',
  silent: '请重试；也可以以 root 身份启动 nsview，那样不需要容器。',
  garbled: '请重试；也可以以 root 身份启动 nsview，那样不需要容器。',
  'not-built': '请先构建，再重试：',
};

export const reader: typeof en = {
  steps,
  advice,
  failed: (step, problem, reason) =>
    `没有能够用容器读取：${problems[problem]}（步骤：${steps[step]}）${reason === '' ? '' : `：${reason}`}`,
  lost: (problem, reason) =>
    `容器中的读取器断开了：${problems[problem]}${reason === '' ? '' : `：${reason}`}`,
  meanwhile: 'nsview 自行读取它有权读取的部分。',
  again: '读取器会自动重新启动。',
  offer: 'nsview 没有权限读到这台机器的全部情况，但容器中的读取器可以。',
  starting: (step) => `正在启动容器中的读取器：${steps[step]}……`,
  tryAgain: '重试',
  giveUp: '不用它，继续',
  agree: '启动读取器',
  notNow: '暂时不用',
  stop: '停止读取器',
  title: '从容器中读取这台机器？',
  why: 'Linux 只让你查看自己的进程所在的命名空间；其他用户的进程，以及大多数容器的命名空间，在这里都是未知。不过你可以使用 Docker，由它启动的容器可以替 nsview 读取这些信息。',
  seesTitle: '它能看到什么',
  sees: 'root 能读到的关于这台机器上进程的一切：命名空间、用户、命令行。凡是能打开这个页面的人，都能通过 nsview 看到。环境变量从不读取，看起来像密码的内容会被隐藏。',
  doesTitle: '它做什么',
  does: [
    '启动一个容器。不下载任何东西：镜像是空的，里面运行的就是这台机器上的 Node.js。',
    '它能看到这台机器上存放程序的几个文件夹，但都不能写入。',
    '它没有网络。',
    'nsview 结束时（即使是被强制终止），或者你要求停止时，它就会被删除。',
  ],
  byHand: '手动执行的等价命令',
  by: {
    direct: 'nsview 自己',
    container: 'nsview 的容器',
  },
  explain: '改由容器读取……',
  enter: {
    title: '怎样才能知道',
    explain: '允许它进入命名空间……',
    why: '地址和路由、虚拟网线的对端、主机名、System V IPC：内核只把这些告诉身处该命名空间之内的进程，而容器中的读取器无权进入。可以换成一个有权进入的读取器。',
    asked: 'nsview 启动时带了 --may-enter：这个读取器还可以进入命名空间。',
    means:
      '这需要 CAP_SYS_ADMIN，而这个权能远不只是能进入命名空间。所以此时读取器只能使用一份清单里的系统调用：它可以进入并查询，但不能挂载、不能建立连接，也不能改动并非人人可改的东西。防火墙仍然未知。',
    back: '这对所有正在查看这个 nsview 的人都生效，直到 nsview 结束，或有人收回：在这里，或在“由谁读取”旁边。',
    agree: '允许读取器进入',
    fromTheStart: '想从一开始就这样，启动 nsview 时加上：',
    may: '它还可以进入命名空间（CAP_SYS_ADMIN，限于一份系统调用清单）。',
    takeBack: '收回',
    readsOn: '无权进入的读取器继续读取。',
  },
};
