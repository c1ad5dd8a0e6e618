import type { AttemptProblem } from '../../model/host';
import type { model as en } from '../en/model';

const problems: Record<AttemptProblem, string> = {
  absent: '那里没有应答',
  denied: '没有权限',
  hanging: '迟迟没有应答',
  protocol: '应答的不是 Docker',
  http: '应答了一个错误',
  unsupported: 'nsview 无法使用',
};

export const model: typeof en = {
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
    user: '用户和用户组编号',
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
  attempt: (url, problem, reason) => `${url}：${problems[problem]}：${reason}`,
  host: '宿主机',
  processCount: (n) => `${n} 个进程`,
  containerCount: (n) => `${n} 个容器`,
  list: (items) => items.join('、'),
};
