import type { ReactNode } from 'react';
import { useAcknowledged } from '@components/store/acknowledged';
import { useAllMessages } from '@components/store/messages';

/** Folds what is acknowledged, of which there are so many; nothing where there is none. */
export function AcknowledgedOnes({ count, children }: { count: number; children: ReactNode }) {
  const { findingList: words } = useAllMessages();
  const { isKept } = useAcknowledged();
  if (count === 0) return null;
  return (
    <details data-acknowledged={count} className="border-t border-line">
      <summary className="cursor-pointer px-4 py-2 text-dim">{words.acknowledged(count)}</summary>
      {!isKept && <p className="px-4 pb-2 text-warn">{words.notKept}</p>}
      {children}
    </details>
  );
}
