import type { figure as en } from '../en/figure';

export const figure: typeof en = {
  processesLead: '每一栏列出在那里运行 ps 看到的内容。',
  processesFilter: (text) => `筛选：“${text}”`,
  compared: (moments, lines) => `${moments}：${lines.length === 0 ? '没有' : lines.join('；')}。`,
  noContainer: '没有容器。',
};
