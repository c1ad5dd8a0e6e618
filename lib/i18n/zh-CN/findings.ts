import type { Change, RuleName, Severity } from '../../findings/finding';
import type { findings as english } from '../en/findings';
import { unknownBecause } from './unknown-because';

type Says = (name: string, of: readonly string[], rootless?: boolean) => string;

const list = (of: readonly string[]) => of.join('、');

const says: Record<RuleName, Says> = {
  privileged: (name) => `${name} 是特权容器：宿主机能做的，它几乎都能做`,
  'docker-socket': (name, _of, rootless = false) =>
    `${name} 拿到了引擎的套接字：里面的人可以${rootless ? '用运行引擎的用户的身份' : '用 root 身份'}在宿主机上启动任何东西`,
  'host-paths': (name, of) => `${name} 挂载了宿主机赖以运行的目录：${list(of)}`,
  'host-root': (name) => `${name} 里的 root 就是宿主机的 root`,
  'host-pid': (name) => `${name} 看得到宿主机的所有进程`,
  'host-net': (name) => `${name} 用的是宿主机的网络，连宿主机上监听 127.0.0.1 的服务也能访问`,
  capabilities: (name, of) => `${name} 拥有引擎默认之外的权能：${list(of)}`,
  'seccomp-off': (name) => `${name} 的系统调用没有任何过滤`,
  'lsm-off': (name) => `本机的安全模块没有用任何配置约束 ${name}`,
  'new-privileges': (name) =>
    `没有开启 no-new-privileges：在 ${name} 里，带 setuid 位的文件可以提升权限`,
  'host-ipc': (name) => `${name} 可以读写宿主机进程的共享内存`,
  'host-uts': (name) => `${name} 用的是宿主机的主机名`,
  'host-user': (name) => `${name} 被要求使用宿主机的用户`,
  joined: (name, of) => `${name} 与其他容器共享命名空间：${list(of)}`,
  'not-joined': (name, of) => `${name} 本应共享命名空间，却留在了旧的里面：${list(of)}`,
  'pod-processes': (name, of) =>
    `${name} 看得到同一 Pod 中其他容器的进程，以 root 身份还能结束它们：${list(of)}`,
  'root-writable-bind': (name, of) => `${name} 写到这里的文件在宿主机上属于 root：${list(of)}`,
  'ports-everywhere': (name, of) => `${name} 的端口在宿主机的所有地址上开放：${list(of)}`,
  'no-memory-limit': (name) => `${name} 的内存没有任何限制`,
  'no-pids-limit': (name) => `${name} 能启动多少进程没有任何限制`,
  'mutable-tag': (name, of) =>
    `${name} 所用的镜像只写了标签，明天它可能指向另一个镜像：${list(of)}`,
};

const looksFor: Record<RuleName, string> = {
  privileged: '是不是特权容器',
  'docker-socket': '有没有拿到引擎的套接字',
  'host-paths': '有没有挂载宿主机赖以运行的目录',
  'host-root': '里面的 root 是不是宿主机的 root',
  'host-pid': '看不看得到宿主机的所有进程',
  'host-net': '用的是不是宿主机的网络',
  capabilities: '有没有引擎默认之外的权能',
  'seccomp-off': '系统调用有没有过滤',
  'lsm-off': '有没有安全模块约束它',
  'new-privileges': '里面的进程能不能提升权限',
  'host-ipc': '是否与宿主机共享内存',
  'host-uts': '用的是不是宿主机的主机名',
  'host-user': '是否被要求使用宿主机的用户',
  joined: '是否与其他容器共享命名空间',
  'not-joined': '是否留在了旧的命名空间里',
  'pod-processes': '看不看得到同一 Pod 中其他容器的进程',
  'root-writable-bind': '是否以 root 身份写宿主机的目录',
  'ports-everywhere': '端口是否在所有地址上开放',
  'no-memory-limit': '内存有没有限制',
  'no-pids-limit': '进程数有没有限制',
  'mutable-tag': '所用的镜像标签会不会变',
};

const severity: Record<Severity, string> = { high: '高', medium: '中', low: '低' };

const how: Record<Change['how'], string> = {
  with: '启动时加上',
  without: '启动时去掉',
  daemon: '在 daemon.json 中写入',
  run: '运行',
};

export const findings: typeof english = {
  says,
  looksFor,
  severity,
  how,
  reason: unknownBecause,
  columns: {
    severity: '严重程度',
    container: '容器',
    finding: '发现',
    see: '如何查看',
    change: '如何更改',
    reference: '参考',
  },
  none: '没有发现问题。',
  silent: (endpoint) => `${endpoint} 处没有引擎告知容器的情况：它们有没有问题，无从得知。`,
  title: '发现',
  counted: (n) => `${n} 项发现`,
  unknown: '无法判断',
  undecided: (rule, names, why) => `${names.join('、')} 的 ${rule}：${why}`,
  inapplicable: (rule, why) => `${rule} 在此不适用：${why}`,
};
