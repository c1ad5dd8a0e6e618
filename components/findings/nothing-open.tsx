import { useAllMessages } from '@components/store/messages';
import type { Findings } from '@lib/findings/finding';

interface NothingOpenProps {
  told: Findings;
  /** Of those that are shown: how many stand open, and how many are acknowledged. */
  open: number;
  acknowledged: number;
}

/** Says where nothing is listed why that is so: what nobody could decide, or told, is no "nothing found". */
export function NothingOpen({ told, open, acknowledged }: NothingOpenProps) {
  const { findingList: words, findings } = useAllMessages();
  if (open > 0) return null;
  const text = () => {
    if (acknowledged > 0) return words.noneOpen;
    if (told.findings.length > 0) return words.noneChosen;
    if (told.silent.length > 0) return null;
    return told.unknown.length > 0 ? words.noneDecided : findings.none;
  };
  const said = text();
  return said === null ? null : (
    <p data-nothing className="px-4 py-2">
      {said}
    </p>
  );
}
