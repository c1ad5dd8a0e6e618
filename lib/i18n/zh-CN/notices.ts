import type { notices as en } from '../en/notices';

export const notices: typeof en = {};
