import { ChevronDown, ChevronRight } from 'lucide-react';
import { useAllMessages } from '../../store/messages';

interface FoldRowProps {
  /** What it goes by. */
  row: string;
  /** What it stands for, in words. */
  text: string;
  folded: number;
  open: boolean;
  rowIndex: number;
  /** Where the row stands; null where it stands in the flow. */
  top: number | null;
  height: number;
  /** How many columns it is as wide as. */
  span: number;
  inTabOrder: boolean;
}

/** One line for many that are alike; pressed, each has a row below it. */
export function FoldRow(props: FoldRowProps) {
  const { row, text, folded, open, rowIndex, top, height, span, inTabOrder } = props;
  const { matrix } = useAllMessages();
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-row={row}
      data-folded-count={folded}
      className="inset-x-0 flex items-stretch rounded-lg px-2 py-1 hover:bg-raised"
      style={{ height, ...(top === null ? {} : { position: 'absolute', top }) }}
    >
      <div
        role="rowheader"
        aria-colspan={span}
        aria-expanded={open}
        tabIndex={inTabOrder ? 0 : -1}
        data-column="0"
        title={open ? matrix.foldStopped : matrix.openStopped}
        className="flex min-w-0 flex-1 cursor-pointer items-center gap-1 rounded text-dim"
      >
        <Chevron aria-hidden className="-ml-1 size-4 shrink-0" />
        <span className="truncate font-semibold">{text}</span>
      </div>
    </div>
  );
}
