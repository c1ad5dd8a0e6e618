import type { lessons as en } from '../en/lessons';
import { unknownBecause } from './unknown-because';

const and = (names: readonly string[]) => names.join('、');

export const lessons: typeof en = {
  title: '课程',
  what: '先预测，再动手，由这台机器告诉你结果。',
  close: '关闭',
  panel: '课程',
  steps: '本课的步骤',
  stepCount: (n) => `${String(n)} 步`,
  stepNumber: (n) => `第 ${String(n)} 步`,
  stepTitle: (n, title) => `第 ${String(n)} 步：${title}`,
  stepWithState: (n, title, state) => `第 ${String(n)} 步：${title}（${state}）`,
  handout: '可打印的讲义',
  handoutOf: (title) => `可打印的讲义：${title}`,
  leave: '退出课程',
  beginAgain: '从头再来',
  beginAgainSure: '再按一次：作答会清空',
  begunAgain: '这一课从头开始。',
  walk: '前后步骤',
  where: (lesson, step, of) => {
    const at = `${String(step)}/${String(of)}`;
    return lesson === null ? at : `第 ${String(lesson)} 课 · ${at}`;
  },
  back: '上一步 (←)',
  on: '下一步 (→)',
  toFirst: '回到第 1 步',
  noLesson: (id) => `没有名为“${id}”的课程。现有的课程：`,
  unreadable: (id, why) => `无法读取课程“${id}”：${why}`,
  noStep: (step, count) => `本课没有第 ${String(step)} 步，只有第 1 到第 ${String(count)} 步。`,
  backToView: '回到这一步的画面 (r)',
  blank: '已黑屏，按一下继续 (b)',
  skip: '跳过',
  skipped: '已跳过，请看结果。',
  veiled: '先作答，再看图。',
  stacks: {
    title: '镜像和它们的层',
    absent: '这台机器上没有',
    note: '只是元数据，不产生层',
    once: (n) => (n === 2 ? '同一层，两个镜像共用' : `同一层，${String(n)} 个镜像共用`),
  },
  yours: '你的答案',
  right: '正确',
  wrong: '不对',
  evidence: '证据',
  commands: '显示证据所用的命令',
  states: {
    waiting: '尚未完成',
    done: '已完成',
    disagrees: '与机器上的事实不符',
    unknown: '在这里无法得知',
    impossible: '在这里做不到',
  },
  waiting: '等待这些命令生效',
  waitingForTask: '尚未达到要求',
  waitingBecause: (why) =>
    why === 'already-so' ? '这一步开始前就已如此：请先撤销，再做一次' : unknownBecause(why),
  answerToGoOn: '作答后即完成',
  answerAndSee: '作答并看到结果后即完成',
  seen: { typed: '我已输入并看到结果', played: '我已看到结果' },
  runAndAnswer: '运行命令并作答后即完成',
  seenAt: (time) => `已完成 · ${time}`,
  checkedAt: (time) => `已完成 · ${time} 检查通过`,
  toldAt: (time, machine) => {
    const says = {
      agrees: '；机器现在的状态与此相符',
      'not-yet': '；机器上还没有看到',
      'no-longer': '；机器上现在已不是这样',
      silent: '',
    };
    return `${time} 已作答，未经检查${says[machine]}`;
  },
  moreFacts: (n) => `另有 ${String(n)} 条`,
  lessFacts: '收起',
  grown: (size) => `从这一步开始：${size}`,
  otherwise: '与机器上的事实不符',
  noLonger: (time) => `${time} 曾看到，现在已不是这样`,
  unknown: (why) => `在这里无法得知：${unknownBecause(why)}`,
  impossible: (why) => `在这里做不到：${unknownBecause(why)}`,
  engine: {
    podman:
      '课程里的命令是为 Docker 写的，而这里应答的是 Podman：命令里写 docker 的地方，请输入 podman。若某一步的做法不同，那一步会说明，或者可以看它的录制。',
    other:
      '课程里的命令需要 Docker 或 Podman，这里应答的引擎都不认这些命令：nsview 自带的课程都有录制，可以改看录制。',
    none: '课程里的命令需要 Docker 或 Podman，这里两者都没有应答：nsview 自带的课程都有录制，可以改看录制。',
  },
  replay: {
    is: '这是录制回放：不用输入命令。播放后可以看到这些命令带来了什么变化。',
    over: '这是录制回放：当时的结果就是这样。',
    play: '播放这一步',
    pause: '暂停',
    again: '再播放一次',
    offer: '看另一台机器上的录制',
  },
  truths: { true: '属实', false: '不是这样', 'not-yet': '还没有', unknown: '未知' },
  foreign: (names) =>
    `本课开始之前，这里已有名为 ${and(names)} 的容器。它不属于本课，本课不会动它。`,
  otherNames: (names) => `改用别的名字：${and(names)}`,
  mine: '是我的，就用它们',
};
