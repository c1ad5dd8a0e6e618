import type { handout as en } from '../en/handout';

export const handout: typeof en = {
  lesson: '课程',
  lessonNumber: (n) => `第 ${String(n)} 课`,
  name: '姓名',
  date: '日期',
  how: (id) =>
    `先作答，再动手，最后写下你看到的。屏幕上请打开 nsview 的 ?lesson=${id}。答案在最后几页。`,
  before: (step) => `第 ${String(step)} 步动手之前。`,
  seenAt: (step) => `第 ${String(step)} 步时的情形。`,
  because: '理由：',
  myCommands: '我的命令：',
  seen: '我看到：',
  answers: '答案',
  right: '正确',
  wrong: '不对',
  oneWay: '一种做法：',
  noLesson: (id, ids) => `没有名为“${id}”的课程，现有：${ids}。`,
  unreadable: (id, why) => `无法读取课程“${id}”：${why}`,
  wrongLanguage: (given, languages) => `lang：收到“${given}”，应为 ${languages} 之一。`,
};
