import type { AttemptProblem } from '../../model/host';
import type { model as en } from '../en/model';
import { typeNames } from './type-names';

const problems: Record<AttemptProblem, string> = {
  absent: '那里没有服务',
  denied: '没有权限',
  hanging: '无响应',
  protocol: '响应的不是 Docker',
  http: '返回了错误',
  unsupported: 'nsview 无法使用',
  empty: 'containerd 有响应，但没有容器',
};

/** Where the system's error number says more than the kind of the problem. */
const sayings: Readonly<Record<string, string>> = {
  ENOENT: '没有这个套接字',
  ECONNREFUSED: '没有程序在监听',
  EACCES: '没有权限',
  EPERM: '没有权限',
  ECONNRESET: '响应之前连接已断开',
};

export const model: typeof en = {
  typeNames,
  sharing: {
    own: '独有',
    shared: '共享',
    host: '宿主机的',
    engine: '引擎的',
    unknown: '未知',
    none: '无',
    absent: '无此类型',
  },
  isolates: {
    pid: '进程及其编号',
    net: '网络设备、地址、端口和路由',
    mnt: '挂载点和根文件系统',
    user: '用户和用户组的 ID（UID、GID）',
    ipc: '共享内存、信号量和消息队列',
    uts: '主机名',
    cgroup: 'cgroup 树的根',
    time: '启动时钟和单调时钟',
  },
  states: {
    created: '已创建',
    running: '运行中',
    paused: '已暂停',
    restarting: '正在重启',
    removing: '正在删除',
    exited: '已退出',
    dead: '已失效',
  },
  stateUnknown: '状态未知',
  attempt: (url, problem, reason) => {
    const errno = /\((E[A-Z]+)\)$/.exec(reason)?.[1];
    const said = errno === undefined ? undefined : sayings[errno];
    if (said !== undefined) return `${url}：${said}（${errno ?? ''}）`;
    // What is in other words is the system's own, for the one who looks into it.
    const isAll = problem === 'hanging' || problem === 'empty';
    return `${url}：${problems[problem]}${isAll ? '' : `：${reason}`}`;
  },
  host: '宿主机',
  stoppedCount: (n) => `${n} 个已停止的容器`,
  processCount: (n) => `${n} 个进程`,
  containerCount: (n) => `${n} 个容器`,
  list: (items) => items.join('、'),
};
