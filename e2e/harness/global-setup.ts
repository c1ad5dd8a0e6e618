import { ensureRemapUser } from './remap-user';

/** Before all browser tests: what their workers would otherwise make at the same time. */
export default function globalSetup(): Promise<void> {
  return ensureRemapUser();
}
