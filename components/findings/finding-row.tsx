import { useAllMessages } from '@components/store/messages';
import type { Finding } from '@lib/findings/finding';
import { AcknowledgeButton } from './acknowledge-button';
import { HowToChange, HowToSee, References } from './proof';
import { SeverityMark } from './severity-mark';
import styles from './findings.module.css';

/** A finding with all that is told of it. */
export function FindingRow({
  finding,
  isAcknowledged,
}: {
  finding: Finding;
  isAcknowledged: boolean;
}) {
  const { columns, says } = useAllMessages().findings;
  const { rule, severity, subject, of, rootless, evidence, change, reference } = finding;
  const sentence = says[rule](subject.name, of, rootless);
  return (
    <li data-finding={rule} data-severity={severity} className={styles.row}>
      <SeverityMark of={severity} />
      <div className="min-w-0">
        <p className="font-semibold [overflow-wrap:anywhere]">{sentence}</p>
        <References of={reference} />
      </div>
      <div className={styles.see}>
        <span className={styles.label}>{columns.see}</span>
        <HowToSee of={evidence} />
      </div>
      <div className={styles.change}>
        <span className={styles.label}>{columns.change}</span>
        <HowToChange of={change} />
      </div>
      <div className={styles.button}>
        <AcknowledgeButton finding={finding} says={sentence} isAcknowledged={isAcknowledged} />
      </div>
    </li>
  );
}

/** What stands in the columns of rows, where there is room for columns. */
export function FindingHeads() {
  const { columns } = useAllMessages().findings;
  return (
    <div
      aria-hidden
      className={`${styles.heads} border-b border-line text-[0.857rem] font-semibold text-dim`}
    >
      <span>{columns.severity}</span>
      <span>{columns.finding}</span>
      <span>{columns.see}</span>
      <span>{columns.change}</span>
    </div>
  );
}
