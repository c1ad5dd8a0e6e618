import type { findingList as en } from '../en/finding-list';

export const findingList: typeof en = {
  about: (open, all, name) =>
    open === all
      ? `关于 ${name}，共 ${all} 项`
      : `关于 ${name}，共 ${all} 项，其中 ${open} 项尚未知悉`,
  ofSeverity: (n, severity) => `${severity} ${n} 项`,
  undecided: (n) => `${n} 项无法判断`,
  acknowledgedShort: (n) => `${n} 项已知悉`,
  showThem: '查看这些发现',
  showInFull: (name) => `查看 ${name} 的全貌`,
  open: '所有容器的发现',
  title: '所有运行中容器的发现',
  close: '关闭',
  sum: (open, acknowledged, all) => {
    const known = acknowledged === 0 ? '' : `，${acknowledged} 项已知悉`;
    const rest = all - open - acknowledged;
    return `${open} 项发现${known}${rest === 0 ? '' : `，${rest} 项未显示`}`;
  },
  anyContainer: '所有容器',
  text: '包含文字',
  acknowledge: '知悉',
  takeBack: '取消知悉',
  acknowledged: (n) => `已知悉（${n}）`,
  notKept: '浏览器不为此页面保存任何内容：关闭页面后，知悉的记录随之消失。',
  showAll: (n) => `显示全部 ${n} 项`,
  noneDecided: '能够判断的项目中，没有发现问题。',
  noneOpen: '所有发现都已知悉。',
  noneChosen: '没有符合条件的发现。',
  notKnown: (names, what, why) =>
    `${names.length === 0 ? '' : `${names.join('、')}：`}无法得知${what}：${why}。`,
  moreNames: (n) => `另外 ${n} 个`,
  doesNotApply: (what, why) => `不检查${what}：${why}。`,
  saveAll: '全部保存为',
  saveHint: '所有发现，包括已知悉的和这里没有显示的',
  formats: { json: 'JSON', sarif: 'SARIF', markdown: 'Markdown' },
  saved: (file) => `已保存为 ${file}`,
};
