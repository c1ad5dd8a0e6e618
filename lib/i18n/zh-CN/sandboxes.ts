import type { sandboxes as en } from '../en/sandboxes';
import { listed } from './sentence';

const kinds: (typeof en)['kinds'] = {
  lxc: 'LXC',
  machine: '机器',
  snap: 'snap',
  flatpak: 'Flatpak',
  unit: '单元',
  command: '沙箱',
};

const namedBy: (typeof en)['namedBy'] = {
  lxc: '名称来自它的 cgroup：LXC、LXD 或 Incus 的容器。nsview 不向它们查询。',
  machine: '名称来自它的 cgroup：systemd 的一台机器（nspawn、libvirt）。',
  snap: '名称来自它的 cgroup：snap 的一个应用。',
  flatpak: '名称来自它的 cgroup：Flatpak 的一个应用。',
  unit: '名称来自它的 cgroup：systemd 的一个单元，其进程有自己的命名空间。',
  command: '名称取自它最上层的命令，因为没有 cgroup 说明它由谁创建。',
};

export const sandboxes: typeof en = {
  title: '沙箱',
  heading: '容器之外',
  choice: '沙箱：不属于任何容器的命名空间',
  what: '不属于任何容器、却同在一组不是宿主机的命名空间里的进程。',
  kinds,
  namedBy,
  namedByTitle: '名称来源',
  pid: (pid) => `PID ${pid}`,
  count: (n) => `${n} 个沙箱`,
  detail: (kind, pid, n) => `${kinds[kind]} · PID ${pid} · ${n} 个进程`,
  sentence: (name, pid, n, own) =>
    `${name}，沙箱，${n} 个进程，PID ${pid}：不在宿主机的 ${own.join('、')} 命名空间里`,
  beside: (n) => `容器之外：${n} 个沙箱。`,
  legend: '沙箱：不属于任何容器',
  different: (n) => `容器之外有 ${n} 个沙箱出现或消失：显示沙箱时，这里会列出它们。`,
  asSentence: (text) => `${text}。`,
  unasked: '沙箱没有显示',
  show: '显示它们',
  hide: '隐藏它们',
  none: '没有发现容器之外的进程处在不是宿主机的命名空间里。',
  unread: (n) => `容器之外有 ${n} 个进程的命名空间无法读取，所以可能还有更多。`,
  sharedWith: (others) => ['与 ', ...listed(others), ' 共享'],
  within: '启动自',
  startedBy: '启动者',
  nobody: '它的父进程已经结束',
  in: (sandbox) => ['在沙箱 ', sandbox, ' 里'],
  missing: (pid) => `PID ${pid} 现在不在任何沙箱里。`,
  missingHint: '它可能已经结束，或者只处在宿主机或某个容器的命名空间里。',
};
