import { isPod } from '../../model/project';
import { reason } from './reason';
import type { sharing as en } from '../en/sharing';
import { ofType } from './type-names';

const list = (names: string[]) => names.join('、');

export const sharing: typeof en = {
  title: '哪些容器共享哪些命名空间',
  loading: '正在读取本机的进程……',
  arranging: (count) => `正在排布 ${String(count)} 个容器……`,
  arc: {
    own: (name, type, id) => `${name} 有自己的${ofType(type)}命名空间 ${id}`,
    ownUncertain: (name, type, id) =>
      `${name} 在${ofType(type)}命名空间 ${id} 中；有的容器无法读取，所以不知道是否有别的容器也在其中`,
    shared: (name, type, id, others) =>
      `${name} 与 ${list(others)} 共享${ofType(type)}命名空间 ${id}`,
    moreOthers: (count) => `另外 ${count} 个容器`,
    host: (name, type, id) => `${name} 在宿主机的${ofType(type)}命名空间 ${id} 中`,
    engine: (name, type, id) => `${name} 在容器引擎的${ofType(type)}命名空间 ${id} 中`,
    unknown: (name, type, why) =>
      `无法读取 ${name} 的${ofType(type)}命名空间${why === null ? '' : `：${reason(why)}`}`,
    none: (name, type) => `${name} 现在没有进程，所以不在任何${ofType(type)}命名空间中`,
    absent: (name, type) => `此内核没有${ofType(type)}命名空间，所以 ${name} 不在其中`,
    broken: (sentence, donor, restarted) =>
      `${sentence}；配置要求与 ${donor} 共享，但 ${donor} ${restarted ? '重启后' : '现在'}用的是另一个`,
    ofHost: (type, id) => `宿主机的${ofType(type)}命名空间 ${id}`,
    ofHostAbsent: (type) => `此内核没有${ofType(type)}命名空间`,
    ofHostUnknown: (type) => `无法读取宿主机的${ofType(type)}命名空间`,
  },
  tie: {
    hub: (name, type, id) => `${name} 与其他容器同在${ofType(type)}命名空间 ${id} 中`,
    host: (name, type) => `${name} 运行在宿主机的${ofType(type)}命名空间中`,
  },
  hub: {
    label: (id, members) => `${id}，由 ${list(members)} 共享`,
    engine: (id, members) => `${id}，属于容器引擎，其中还有 ${list(members)}`,
    engineWith: (members, more) =>
      more === 0
        ? `引擎的，含 ${list(members)}`
        : `引擎的，含 ${list(members)} 等 ${members.length + more} 个`,
    sharedBy: (members, more) =>
      more === 0
        ? `由 ${list(members)} 共享`
        : `由 ${list(members)} 等 ${members.length + more} 个共享`,
    many: (type, n) => `${type} × ${n}`,
  },
  bundle: {
    label: (type, n) => `${n} 个容器运行在宿主机的${ofType(type)}命名空间中`,
    members: (names) => list(names),
    open: '点按可逐条显示',
    close: '点按可合为一条',
  },
  stopped: {
    word: '已停止',
    open: '点按可逐个显示',
    close: '点按可合为一个',
    shortOpen: '逐个显示',
    shortClose: '收起',
  },
  project: {
    of: (project) => `属于${isPod(project) ? ' Pod ' : ' Compose 项目 '}${project}`,
    members: (project, names) =>
      `${isPod(project) ? 'Pod' : 'Compose 项目'} ${project}：${list(names)}`,
  },
  pin: {
    pinned: '已手动移动：固定在这里，双击或按 p 可放回原处',
    free: '拖动，或按 Shift 加方向键，可以移动它',
  },
  node: {
    label: (name, image, state, engine, parts) =>
      [[name, image && `镜像 ${image}`, state, engine].filter(Boolean).join('，'), ...parts].join(
        '。',
      ),
    stale: '过时',
    staleLong: '容器引擎无响应：这是最后已知的情况',
  },
  legend: {
    title: '图例',
    own: '独有',
    shared: '与其他容器共享',
    host: '宿主机的',
    unknown: '无法读取',
    none: '现在没有进程',
    absent: '此内核没有这种类型',
    hidden: (n) => `类型筛选隐藏了 ${n} 处关联`,
  },
  camera: {
    zoomIn: '放大（+）',
    zoomOut: '缩小（−）',
    fit: '显示全部（0）',
    reset: '重新布局：忘记原来的位置',
    outside: (n) => `${n} 个容器在画面之外`,
    fitShort: '显示全部',
  },
};
