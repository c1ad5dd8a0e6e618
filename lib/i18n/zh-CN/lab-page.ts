import type { LabThings } from '../../lab/state';
import type { labPage as en } from '../en/lab-page';

const KINDS: Record<keyof LabThings, string> = {
  containers: '容器',
  images: '镜像',
  networks: '网络',
  volumes: '卷',
  folders: '目录',
};

const DOING: Record<Parameters<typeof en.doing>[0], string> = {
  pull: '正在拉取镜像',
  build: '正在构建',
  image: '正在寻找镜像',
};

export const labPage: typeof en = {
  badge: '实验',
  what: '按“运行”就在这台机器上执行命令。它创建的东西都带有标签，可据此清除。',
  unavailable: (why) => `这里无法代为运行，请自己输入命令。${why}`,
  run: '运行',
  runLine: (line) => `运行：${line}`,
  runNext: '运行 (x)',
  again: '再运行一次',
  stop: '停止',
  running: '正在运行',
  elsewhere: '正在运行（打开本页之前就已开始）',
  answerFirst: '先作答或跳过这道题，然后才能运行',
  allRan: '这一步的命令都已运行',
  doing: (what, part) =>
    part === null ? DOING[what] : `${DOING[what]}：${String(Math.floor(part * 100))}%`,
  output: (line) => `“${line}”的输出`,
  allNews: '实验室事先做的全部事情',
  silent: '没有输出',
  notKept: (n) => `之前的 ${String(n)} 行未保留`,
  exit: (code) => `退出码 ${String(code)}`,
  noExit: '没有执行完',
  asItShould: '符合预期',
  otherwise: '不符合预期',
  byHand: '请手动输入',
  solution: '看看怎么做',
  left: '课程在这里留下了一些东西',
  leaving: '退出课程？',
  leavingWhat: '它在这台机器上创建了：',
  kind: (kind, names) => `${KINDS[kind]} ${names.join('、')}`,
  remove: '全部清除',
  removeAndLeave: '清除并退出',
  keepAndLeave: '保留并退出',
  stay: '不退出',
  removing: '正在清除',
  removed: '已全部清除。',
  kept: (what, why) => `保留了 ${what}。${why}`,
  notRemoved: (why) => `没有清除。${why}`,
};
