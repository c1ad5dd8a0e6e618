import { ChevronDown, ChevronRight } from 'lucide-react';
import type { MatrixItem } from '@lib/matrix/items';
import { useAllMessages } from '../../store/messages';

interface StoppedRowProps {
  item: Extract<MatrixItem, { kind: 'stopped' }>;
  rowIndex: number;
  /** Where the row stands; null where it stands in the flow. */
  top: number | null;
  height: number;
  /** How many columns it is as wide as. */
  span: number;
  inTabOrder: boolean;
}

/** One line for all stopped containers; pressed, each has a row below it. */
export function StoppedRow({ item, rowIndex, top, height, span, inTabOrder }: StoppedRowProps) {
  const { matrix, model } = useAllMessages();
  const Chevron = item.open ? ChevronDown : ChevronRight;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-row={item.key}
      data-folded-count={item.folded}
      className="inset-x-0 flex items-stretch rounded-lg px-2 py-1 hover:bg-raised"
      style={{ height, ...(top === null ? {} : { position: 'absolute', top }) }}
    >
      <div
        role="rowheader"
        aria-colspan={span}
        aria-expanded={item.open}
        tabIndex={inTabOrder ? 0 : -1}
        data-column="0"
        title={item.open ? matrix.foldStopped : matrix.openStopped}
        className="flex min-w-0 flex-1 cursor-pointer items-center gap-1 rounded text-dim"
      >
        <Chevron aria-hidden className="-ml-1 size-4 shrink-0" />
        <span className="truncate font-semibold">{model.stoppedCount(item.count)}</span>
      </div>
    </div>
  );
}
