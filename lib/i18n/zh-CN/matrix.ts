import { isPod } from '../../model/project';
import type { matrix as en } from '../en/matrix';

export const matrix: typeof en = {
  title: '矩阵：同一列里字母相同，就是同一个命名空间',
  lead: '一行是一个容器。点一个格子，可以看到谁在这个命名空间里。',
  table: '各容器所在的命名空间',
  waiting: '正在等待第一次读取结果……',
  container: '容器',
  sortBy: (column) => `按${column}排序`,
  sortByType: (type) => `按 ${type} 排序：共享的在前`,
  sortLabel: '排序',
  byName: '名称',
  byStart: '启动时间',
  groupLabel: '分组',
  groupings: { none: '不分组', project: '按项目', sharing: '按共享关系' },
  own: '独有',
  host: '宿主机',
  engine: '引擎',
  unknown: '?',
  none: '–',
  absent: '无此类型',
  with: (others) => `与 ${others.join('、')}`,
  counts: ({ shared, host, engine }) => {
    const hosts = engine > 0 && host === 0 ? [] : [`宿主机 ${host}`];
    const engines = engine > 0 ? [`引擎 ${engine}`] : [];
    return [`共享 ${shared}`, [...hosts, ...engines].join(' · ')];
  },
  processes: (n) => `${n} 个进程`,
  groups: {
    noProject: '不属于任何项目',
    alone: '不与其他容器共享',
    project: (name) => `${isPod(name) ? 'Pod' : '项目'} ${name}`,
    sharing: (letters) => `共享 ${letters.join('、')}`,
  },
  columns: {
    ...{ group: '分组', engine: '引擎', container: '容器', image: '镜像' },
    ...{ state: '状态', processes: '进程数' },
    inode: (type) => `${type} inode`,
  },
  openStopped: '展开，每个一行',
  foldStopped: '收成一行',
  rows: (n) => `${n} 个容器`,
  tooManyForRings: (n) => `共有 ${n} 个容器，在这个窗口里画成圆环会看不清，所以先显示矩阵。`,
  showRings: '仍然显示共享图',
  sentences: '用句子说明共享情况',
  empty: '还没有容器：启动一个，这里就多一行。',
};
