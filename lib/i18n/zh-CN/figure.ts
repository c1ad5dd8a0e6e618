import type { figure as en } from '../en/figure';

export const figure: typeof en = {
  processesLead: '每一栏列出在那里运行 ps 看到的内容。',
  processesFilter: (text) => `筛选：“${text}”`,
  noContainer: '没有容器。',
};
