import { Check, Undo2 } from 'lucide-react';
import { acknowledge, takeBack } from '@components/store/acknowledged';
import { useAllMessages } from '@components/store/messages';
import { acknowledgementOf } from '@lib/findings/acknowledgement';
import type { Finding } from '@lib/findings/finding';

interface AcknowledgeButtonProps {
  finding: Finding;
  /** What it says, in words. */
  says: string;
  isAcknowledged: boolean;
}

/** Has one finding acknowledged, or no more; it goes elsewhere in the list then. */
export function AcknowledgeButton({ finding, says, isAcknowledged }: AcknowledgeButtonProps) {
  const { findingList: words } = useAllMessages();
  const Icon = isAcknowledged ? Undo2 : Check;
  const label = isAcknowledged ? words.takeBack : words.acknowledge;
  return (
    <button
      type="button"
      data-acknowledges={!isAcknowledged}
      aria-label={`${label}: ${says}`}
      className="flex h-fit cursor-pointer items-center gap-1.5 rounded-md border border-line px-2 py-0.5 whitespace-nowrap text-dim hover:bg-raised hover:text-text"
      onClick={({ currentTarget }) => {
        handOn(currentTarget);
        const change = isAcknowledged ? takeBack : acknowledge;
        change(acknowledgementOf(finding));
      }}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {label}
    </button>
  );
}

/** Who comes by keyboard goes on with the next one of its list, else with what the list is in. */
function handOn(button: HTMLElement): void {
  const home = button.closest<HTMLElement>('[data-findings]');
  const all = [...(home?.querySelectorAll<HTMLElement>('[data-acknowledges]') ?? [])].filter(
    (each) => each.checkVisibility(),
  );
  const at = all.indexOf(button);
  (all[at + 1] ?? all[at - 1] ?? home)?.focus();
}
