import type { ContainerState } from '../../model/container';
import type { timeline as en } from '../en/timeline';
import { reason } from './reason';
import { ofType } from './type-names';

const list = (names: readonly string[]) => names.join('、');
const theirs = (others: readonly string[]) =>
  others.length === 0 ? '宿主机的' : `${list(others)} 的`;

const states: Record<ContainerState, string> = {
  created: '已创建',
  running: '运行中',
  paused: '已暂停',
  restarting: '正在重启',
  removing: '正在删除',
  exited: '已退出',
  dead: '已失效',
};

export const timeline: typeof en = {
  title: '时间线',
  close: '关闭时间线',
  moment: '正在显示的时刻',
  start: '用来对比的时刻',
  earlier: '到上一个事件（,）',
  later: '到下一个事件（.）',
  play: '播放',
  pause: '暂停',
  pace: '节奏',
  paces: { live: '按原速', even: '逐个事件' },
  window: '回看多久',
  minutes: (count) => `${count} 分钟`,
  events: (count) => `${count} 个事件`,
  size: (used, most) => `已保留 ${used}，上限 ${most}`,
  live: '实时',
  backToLive: '回到实时',
  pin: '固定这个时刻，一直保留',
  unpin: '不再保留这个时刻',
  pinsFull: '固定的时刻已满：请先取消一个',
  pinned: '已固定',
  unknown: '没有记录：当时无人查看',
  forgotten: '这个时刻没有记录，现在显示的是离它最近的时刻。',
  compare: '从这里开始对比',
  stopComparing: '结束对比',
  compared: (from, to) => `${to} 与 ${from} 相比有什么不同`,
  nothing: '没有任何不同。',
  asBefore: (count) => `其余 ${count} 个容器没有变化。`,
  asking: '正在对比…',
  notCompared: '无法对比这两个时刻。',
  signs: { appeared: '只在 B 时存在', went: '只在 A 时存在', changed: '有变化' },
  withOthers: (others) => `与 ${list(others)}`,
  wasIn: (id) => `之前在 ${id} 中`,
  wasInHosts: (type) => `之前在宿主机的${ofType(type)}命名空间中`,
  wasPid: (pid) => `在宿主机上曾是 PID ${pid}`,
  pidUnknown: (why) => `它的进程未知：${reason(why)}`,
  didNotRun: '当时没有运行',
  groups: { appeared: '新出现', went: '已消失', changed: '有变化' },
  again: {
    appeared: (name) => `${name}，重新创建`,
    went: (name) => `之前的 ${name}`,
  },
  happened: {
    removed: (name) => `${name} 已删除`,
    stopped: (name) => `${name} 已停止`,
    created: (name) => `${name} 已创建`,
    recreated: (name) => `${name} 重新创建`,
    started: (name) => `${name} 已启动`,
    restarted: (name) => `${name} 重新启动`,
  },
  renewed: (of) => `进入了新的${ofType(...of)}命名空间，编号与之前相同`,
  joined: (of, others) =>
    `现在位于${others.length === 0 ? '' : ' '}${theirs(others)}${ofType(...of)}命名空间中`,
  left: (of, others) =>
    `不再位于${others.length === 0 ? '' : ' '}${theirs(others)}${ofType(...of)}命名空间中`,
  only: (name, facts) => `${name}：${facts.join('；')}`,
  together: (facts) => facts.join('；'),
  facts: {
    state: (from, to) => `${states[to]}；之前${states[from]}`,
    run: '重新启动过',
    sameNumber: (type, id) => `位于另一个${ofType(type)}命名空间 ${id}：新的，只是编号相同`,
    own: (type, id) => `有自己的${ofType(type)}命名空间 ${id}`,
    shared: (type, id, others) => `位于 ${theirs(others)}${ofType(type)}命名空间 ${id} 中`,
    host: (type) => `位于宿主机的${ofType(type)}命名空间中`,
    unknown: (type) => `它的${ofType(type)}命名空间未知`,
    was: (id) => `之前在 ${id} 中`,
    wasWith: (type, id, others) => `之前位于 ${theirs(others)}${ofType(type)}命名空间 ${id} 中`,
    came: (type, others) => `${list(others)} 进入了它的${ofType(type)}命名空间`,
    gone: (type, others) => `${list(others)} 离开了它的${ofType(type)}命名空间`,
    sees: (to, from) => `看到 ${to} 个进程；之前看到 ${from} 个`,
  },
};
