import type { NamespaceType } from '../../model/namespace-type';
import type { kernel as en } from '../en/kernel';
import { unknownBecause } from './unknown-because';

const own: Record<NamespaceType, string> = {
  pid: '进程号',
  net: '网卡、端口、路由',
  mnt: '挂载、根目录',
  user: '用户号、权限',
  ipc: '共享内存、消息队列',
  uts: '主机名',
  cgroup: 'cgroup 的根',
  time: '时钟偏移',
};

export const kernel: typeof en = {
  title: '内核与用户空间',
  lead: '容器是围住进程的栅栏，不是机器：这里的每个进程都通过系统调用使用同一个内核。虚拟机里的应用程序调用的是虚拟机自己的内核。',
  waiting: '正在等待第一次读取结果……',
  picture: '各个进程、它们所在的系统调用，以及被调用的内核',
  userSpace: '用户空间',
  host: '宿主机自己的',
  fence: (name, image, n) =>
    [name, image, `${n} 个进程`].filter((part) => part !== null).join('，'),
  count: (n) => `${n} 个进程`,
  others: (n) => `还有 ${n} 个`,
  unseen: '从这里看不到它的进程',
  ownKernel: '自带的内核',
  more: (n) => `还有 ${n} 个容器`,
  open: '逐个显示',
  noContainers: '没有容器在运行：在这里运行的都是宿主机自己的进程。',
  unknownContainers: '哪些容器在运行，不知道：没有引擎给出消息。',
  process: (pid, command, call) => `PID ${pid}，${command}：${call}`,
  border: '系统调用',
  calls: {
    in: (name) => `正处在系统调用 ${name} 中`,
    numbered: (n) => `调用 ${n}`,
    running: '正在运行',
    none: '不在调用中',
    asked: '……',
    unknown: '不知道',
    notRecorded: '没有录下',
    because: (why) =>
      why === null ? '它的系统调用不知道' : `它的系统调用不知道：${unknownBecause(why)}`,
  },
  one: (release) => `所有进程共用一个内核：Linux ${release}`,
  ownTitle: '归命名空间：每个都有自己的',
  own,
  sharedTitle: '对所有进程都一样',
  shared: '内核版本、当前时间、负载、内存和处理器的总量、模块和驱动程序',
  threads: (n) => `还有内核自己的 ${n} 个线程，它们不发出系统调用`,
  guest: {
    yes: '硬件由虚拟机监控器模拟：这台机器自己就是虚拟机',
    no: '硬件：处理器没有提到虚拟机监控器',
    unknown: '硬件：是否由虚拟机监控器模拟，不知道',
  },
  brief: {
    one: (release) => `同一个内核：${release}`,
    guest: {
      yes: '虚拟机监控器模拟的硬件',
      no: '硬件',
      unknown: '硬件，或由虚拟机监控器模拟',
    },
    noContainers: '没有容器在运行。',
    unknownContainers: '有哪些容器，不知道。',
    vm: '对比：虚拟机',
    vmKernel: '自己的内核',
    hypervisor: '虚拟机监控器',
  },
  vm: {
    sketch: '虚拟机，用来对比',
    sketchSaid: '不属于这台机器：只是画出虚拟机会是什么样子。',
    real: (program, pid) => `这里的一台虚拟机：${program}，PID ${pid}`,
    realSaid: '凭程序名认出，它是宿主机的一个进程。里面运行着什么，从这里看不到。',
    others: (n) => `另外还有 ${n} 台。`,
    application: '应用程序',
    kernel: '自己的内核',
    kernelSaid: '它的应用程序的系统调用到这里为止。内核可以是别的版本，也可以不是 Linux。',
    hypervisor: '虚拟机监控器：由它模拟的硬件',
  },
};
