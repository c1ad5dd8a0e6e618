import type { sharing as en } from '../en/sharing';

export const sharing: typeof en = {};
