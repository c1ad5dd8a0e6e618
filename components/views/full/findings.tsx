import { isStopped } from '@lib/model/is-stopped';
import { TriangleAlert } from 'lucide-react';
import { AcknowledgedOnes } from '@components/findings/acknowledged-ones';
import { FindingHeads, FindingRow } from '@components/findings/finding-row';
import { FindingsButton } from '@components/findings/findings-button';
import { LeftOpen } from '@components/findings/left-open';
import { NothingOpen } from '@components/findings/nothing-open';
import { useAcknowledged } from '@components/store/acknowledged';
import { useFindingsOf } from '@components/store/findings';
import { useAllMessages } from '@components/store/messages';
import { acknowledgementOf, apart } from '@lib/findings/acknowledgement';
import type { Finding, Findings as Told } from '@lib/findings/finding';
import type { ContainerFacts } from '@lib/facts/container';
import { Panel } from './panel';
import styles from './full.module.css';

/** What should be said of a container before anyone asks. */
export function Findings({ facts: { container, named } }: { facts: ContainerFacts }) {
  const { findingList: words, findings, inside } = useAllMessages();
  const { of: known } = useAcknowledged();
  const asked = useFindingsOf(container);
  const told = asked.is === 'answered' ? asked.answer : null;
  const { open, acknowledged } = apart(told?.findings ?? [], known);
  const unknown = isStopped(container)
    ? findings.reason('ESRCH')
    : asked.is === 'refused'
      ? inside.refused(asked.code)
      : null;
  return (
    <Panel
      title={findings.title}
      by={told === null ? '' : words.about(open.length, open.length + acknowledged.length, named)}
      icon={<TriangleAlert aria-hidden />}
      legend={<FindingsButton />}
    >
      {unknown !== null && (
        <p role="status" className="p-4 text-warn" data-unreadable="findings">
          <span aria-hidden>? </span>
          {unknown}
        </p>
      )}
      {unknown === null && told === null && (
        <p role="status" className="p-4 text-dim">
          {inside.asked}
        </p>
      )}
      {unknown === null && told !== null && <List {...{ told, open, acknowledged }} />}
    </Panel>
  );
}

interface ListProps {
  told: Told;
  open: readonly Finding[];
  acknowledged: readonly Finding[];
}

function List({ told, open, acknowledged }: ListProps) {
  return (
    <div data-findings={open.length} tabIndex={-1}>
      {open.length > 0 && <FindingHeads />}
      <ul className={styles.rows}>
        {open.map((finding) => (
          <FindingRow key={acknowledgementOf(finding)} finding={finding} isAcknowledged={false} />
        ))}
      </ul>
      <NothingOpen told={told} open={open.length} acknowledged={acknowledged.length} />
      <AcknowledgedOnes count={acknowledged.length}>
        <ul className={styles.rows}>
          {acknowledged.map((finding) => (
            <FindingRow key={acknowledgementOf(finding)} finding={finding} isAcknowledged />
          ))}
        </ul>
      </AcknowledgedOnes>
      <LeftOpen told={told} isNamed={false} />
    </div>
  );
}
