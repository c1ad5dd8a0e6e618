import type { Filter } from '../../view-state/filters';
import type { filters as en } from '../en/filters';

const by: Record<Filter, string> = {
  own: 'nsview 自己的',
  stopped: '已停止的',
  projects: 'Compose 项目、Pod',
  hostProcesses: '宿主机进程',
  query: '不符合条件的',
  types: '其他类型',
};

export const filters: typeof en = {
  open: '显示与隐藏（f）',
  title: '显示与隐藏',
  on: (n) => `${n} 个筛选条件生效`,
  showAll: '全部显示',
  hidden: '未显示：',
  by,
  containers: (n) => `${n} 个容器`,
  processes: (n) => `${n} 个进程`,
  connections: (n) => `${n} 处关联`,
  list: (parts) => parts.join('、'),
  nothing: '现在没有',
  showAgain: (what) => `重新显示：${what}`,
  hiddenName: (name) => `${name}（未显示）`,
  withHidden: (text, n) => `${text}（另有 ${n} 个未显示）`,
  ofThese: (c, p) =>
    `其中未显示：${[...(c > 0 ? [`${c} 个容器`] : []), ...(p > 0 ? [`${p} 个进程`] : [])].join('、')}。`,
};
