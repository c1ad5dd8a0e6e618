import type { processList as en } from '../en/process-list';

export const processList: typeof en = {
  options: '进程的列法',
  arrangement: '排列方式',
  flat: '列表',
  tree: '树状',
  unfoldAll: (n) => `全部展开（${n}）`,
  fold: (name) => `折叠 ${name} 的下级进程`,
  unfold: (name) => `展开 ${name} 的下级进程`,
  folded: (n) => `+${n}`,
  foldedTitle: (n) => `折叠了 ${n} 个进程`,
  deeper: (n) => `…${n}`,
  filter: '筛选进程',
  filterPlaceholder: '筛选……',
  hidden: (n) => `筛选隐藏了 ${n} 个进程`,
  showAll: '全部显示',
  nothingLeft: '这里没有符合筛选条件的进程。',
  columns: '列',
  columnsByRoom: '按可用宽度显示',
  columnNames: {
    pid: '这里的 PID',
    'host-pid': '宿主机上的 PID',
    user: '这里的用户',
    'host-user': '宿主机上的用户',
    state: '状态',
    cpu: 'CPU',
    memory: '内存',
    start: '启动时间',
    command: '命令',
  },
  notRecorded: '录制回放中没有',
  number: {
    label: '谁的 PID 是',
    title: '找出在某个 PID 命名空间里使用这个编号的所有进程',
    of: (pid) => `还有谁的 PID 是 ${pid}？`,
    heading: (pid, places) =>
      places === 0
        ? `现在没有哪个 PID 命名空间里有 PID ${pid}`
        : `这 ${places} 个 PID 命名空间里都有 PID ${pid}`,
    why: '每个 PID 命名空间各自编号：编号相同，进程不同。',
    none: '每个 PID 命名空间各自编号；现在没有进程使用这个编号。',
    onHost: (pid) => `在宿主机上是 PID ${pid}`,
    hostItself: '就在宿主机上',
    noContainer: '不属于任何容器',
    unknown: (n) => `另有 ${n} 个进程的编号无法读取。`,
    close: '关闭相同编号的列表',
  },
};
