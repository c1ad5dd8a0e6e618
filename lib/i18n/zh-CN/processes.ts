import type { processes as en } from '../en/processes';

export const processes: typeof en = {};
