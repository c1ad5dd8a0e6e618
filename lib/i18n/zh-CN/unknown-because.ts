import type { reasons as english } from '../en/unknown-because';
import { noAnswer } from './no-answer';
import { reason } from './reason';

/** 容器或进程的某一项读不到或无法判断的原因；每个原因只有一种说法。 */
const reasons: typeof english = {
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
  ESRCH: '它的首个进程已经结束，或者从这里看不到',
  ENOENT: '提供它的文件不存在',
  EAGAIN: '目前还没有得到答复',
  ENODATA: '引擎没有告知',
  EREMOTE: '它运行的内核不是这里所读的内核',
  EINVAL: '给出的内容无法理解',
  EBADMSG: '给出的内容无法理解',
  ETIMEDOUT: '引擎没有及时回答',
  'not-counted': '引擎还没有统计完',
  redacted: '命令行不予显示',
  'not-in-recording': noAnswer['not-in-recording'],
  'not-answered': '问了，但没有得到回答',
  gone: noAnswer.gone,
  deadline: noAnswer.deadline,
  busy: noAnswer.busy,
  failed: noAnswer.failed,
  'not-from-here': noAnswer['not-from-here'],
  withheld: noAnswer.withheld,
  asked: '正在读取',

  'no-security-module': '本机没有启用 AppArmor 或 SELinux',
  'users-elsewhere': '读取者与宿主机不在同一个用户命名空间',
  'host-unknown': '不知道宿主机自己的命名空间是哪个',

  'controller-absent': '这个内核没有相应的 cgroup 控制器',
  'cgroup-not-its-own': '它所在的 cgroup 不带它的 ID，里面可能还有别的进程',
  'cgroup-unseen': '能读取的进程都看不到这个 cgroup',
  'above-unseen': '更上级的 cgroup 看不到，它们可能更严',
  'quota-unseen': '不读取文件系统的配额',
  covered: '容器里有东西给出了另外的数值',
  'too-many': '它里面的 cgroup 太多',

  'not-told': '这个内核不提供',
  'not-in-table': '内核比 nsview 新',
  '32-bit': '32 位程序的系统调用编号不同',
  'other-architecture': 'nsview 只认识 x86_64 和 arm64 的系统调用',
  absent: '这个内核没有这种命名空间',
  undecided: '沿途已知的情况不足以下结论',
  'older-iptables': '旧版 iptables 的规则只有它自己的程序能读出',

  'already-so': '这一步开始之前就已经如此，要先变回去才算',
  'counted-anew': '这一步开始之后又从头计数了',
  'not-remapped': '这里没有给容器另外分配用户的守护进程（userns-remap）',
  remapped: '这里的容器用的是另一套用户，不是宿主机的',
  rootless: '这里的引擎不以 root 身份运行，给不了容器宿主机的用户',
  'no-registry': '这里没有运行镜像仓库',
  'no-bridge': '这里的守护进程没有为容器准备网桥',
  'podman-otherwise': '这里讲的是 Docker 的做法，Podman 的做法不同',
};
const SENTENCES = new Map(Object.entries(reasons));

export function unknownBecause(why: string): string {
  const [code = why] = why.split(': ');
  return SENTENCES.get(code) ?? reason(why);
}
