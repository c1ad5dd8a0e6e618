import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './instead.module.css';

/** What stands in place of the picture beside a lesson: that one keeps its room; nobody sees it, and no key reaches it. */
export function Instead({ children }: { children: ReactNode }) {
  const view = document.getElementById('view');
  if (view === null) return null;
  return createPortal(<div className={styles.instead}>{children}</div>, view);
}
