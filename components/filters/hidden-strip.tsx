import { useAllMessages } from '../store/messages';
import { Button } from '../ui/button';

interface HiddenStripProps {
  /** How an address names it. */
  selected: string;
  name: string;
  why: string[];
  onShow: () => void;
}

/** Says of one that is selected why it is not drawn, and brings it back. */
export function HiddenStrip({ selected, name, why, onShow }: HiddenStripProps) {
  const words = useAllMessages().filtering.selected;
  return (
    <div
      role="status"
      data-selected-hidden={selected}
      className="flex flex-wrap items-center justify-between gap-2 rounded-lg border border-warn px-3 py-2 text-sm"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">{words.hidden(name, why)}</span>
      <Button onClick={onShow}>{words.show}</Button>
    </div>
  );
}
