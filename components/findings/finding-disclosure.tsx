import { ChevronRight } from 'lucide-react';
import { memo, useState } from 'react';
import { useAllMessages } from '@components/store/messages';
import type { Finding } from '@lib/findings/finding';
import { AcknowledgeButton } from './acknowledge-button';
import { HowToChange, HowToSee, References } from './proof';
import { SeveritySign } from './severity-mark';
import { ShowInFull } from './show-in-full';
import styles from './findings.module.css';

interface FindingDisclosureProps {
  finding: Finding;
  isAcknowledged: boolean;
  /** It leads to what is behind the dialog. */
  onLeave: () => void;
}

/** A finding in a line, among many; how to see and to change it when it is opened. */
export const FindingDisclosure = memo(function FindingDisclosure({
  finding,
  isAcknowledged,
  onLeave,
}: FindingDisclosureProps) {
  const { findings } = useAllMessages();
  const [isOpen, setOpen] = useState(false);
  const { rule, severity, subject, of, rootless } = finding;
  const sentence = findings.says[rule](subject.name, of, rootless);
  return (
    <li
      data-finding={rule}
      data-severity={severity}
      data-subject={subject.name}
      className="flex items-start gap-3 border-t border-line py-1 pr-3 pl-4"
    >
      <details
        className="group min-w-0 flex-1"
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary className="flex cursor-pointer items-baseline gap-2 rounded py-0.5">
          <ChevronRight
            aria-hidden
            className="size-3.5 shrink-0 self-center text-dim group-open:rotate-90"
          />
          <span className="shrink-0 self-center">
            <SeveritySign of={severity} />
          </span>
          <span className="w-32 shrink-0 truncate font-mono" title={subject.name}>
            {subject.name}
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">{sentence}</span>
        </summary>
        {isOpen && <Opened finding={finding} onLeave={onLeave} />}
      </details>
      <AcknowledgeButton finding={finding} says={sentence} isAcknowledged={isAcknowledged} />
    </li>
  );
});

function Opened({ finding, onLeave }: Pick<FindingDisclosureProps, 'finding' | 'onLeave'>) {
  const { columns } = useAllMessages().findings;
  const { evidence, change, reference, subject } = finding;
  return (
    <div className="flex flex-col gap-2 py-2 pl-11">
      <div className={styles.proofs}>
        <div className="min-w-0">
          <span className={styles.label}>{columns.see}</span>
          <HowToSee of={evidence} />
        </div>
        <div className="min-w-0">
          <span className={styles.label}>{columns.change}</span>
          <HowToChange of={change} />
        </div>
      </div>
      <References of={reference} />
      <ShowInFull of={subject} onLeave={onLeave} />
    </div>
  );
}
