import type { search as en } from '../en/search';

export const search: typeof en = {
  placeholder: '名称、镜像、命令、PID、inode、type:pid shared……',
  containers: '容器',
  processes: '进程',
  namespaces: '命名空间',
  more: (n) => `……还有 ${n} 个`,
  none: '没有符合的内容。',
  hint: '数字可以是任何地方的 PID，也可以是 inode。还可以写 image:ubuntu、project:shop、label:x、state:exited、type:pid shared。加引号的几个词算一个。',
  problem: (term, expected) => `看不懂 ${term}。可以写：${expected}`,
  found: (n) => `找到 ${n} 个`,
  process: (pid, container) =>
    container === null ? `宿主机上的 PID ${pid}` : `宿主机上的 PID ${pid}，属于 ${container}`,
};
