import type { filtering as en } from '../en/filtering';

export const filtering: typeof en = {
  close: '关闭',
  query: '只看符合条件的',
  queryHint: 'image:ubuntu、pod:shop/till-0、engine:podman、type:pid shared……',
  clearQuery: '清除',
  met: (n, of) => `显示 ${of} 个容器中的 ${n} 个`,
  stopped: '已停止的容器',
  hostProcesses: '宿主机的进程',
  own: 'nsview 自己的读取器',
  pauses: (n) => `${n} 个 pause 容器`,
  pausesOpen: '已并入各自的 Pod：按下可逐个显示（u）',
  pausesFold: '按下可收回到各自的 Pod 中（u）',
  pausesEach: '单独显示 pause 容器',
  projects: 'Compose 项目、Pod',
  selected: {
    hidden: (name, what) => `${name} 不在画面中：${what.join('、')}`,
    show: '显示它',
  },
  hiddenHit: '被筛选隐藏',
  broughtBack: (what) => `已重新显示：${what}`,
  nothingHere: '从这里能看到的内容都被筛选隐藏了。',
};
