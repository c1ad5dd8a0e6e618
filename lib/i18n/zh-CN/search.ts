import type { search as en } from '../en/search';

export const search: typeof en = {
  placeholder: '名称、镜像、命令、PID、172.17.0.2、:80、/路径……',
  containers: '容器',
  sandboxes: '沙箱',
  processes: '进程',
  namespaces: '命名空间',
  inside: '命名空间里',
  what: {
    address: '地址',
    port: '正在监听',
    device: '网络设备',
    mac: '设备的 MAC 地址',
    hostname: '主机名',
    mount: '挂载在此',
    hostPath: '宿主机上的路径，挂载在里面',
  },
  insideDetail: (what, device, of, namespace) => {
    const who = typeof of === 'string' ? of : of.length === 0 ? namespace : of.join('、');
    return `${device === null ? what : `${what}（${device}）`} · ${who}`;
  },
  looking: '正在查看各个命名空间……',
  more: (n) => `……还有 ${n} 个`,
  none: '没有符合的内容。',
  hint: '数字可以是任何地方的 PID，也可以是 inode；:80 是端口。还可以写 image:ubuntu、project:shop、pod:shop/till-0、engine:podman、label:x、state:exited、type:pid shared。加引号的几个词算一个。',
  problem: (term, expected) => `看不懂 ${term}。可以写：${expected}`,
  found: (n) => `找到 ${n} 个`,
  process: (pid, container) =>
    container === null ? `宿主机上的 PID ${pid}` : `宿主机上的 PID ${pid}，属于 ${container}`,
};
