import { FindingsButton } from '@components/findings/findings-button';
import { SeverityMark } from '@components/findings/severity-mark';
import { useAcknowledged } from '@components/store/acknowledged';
import { useFindingsOf } from '@components/store/findings';
import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import { apart } from '@lib/findings/acknowledgement';
import { bySeverity } from '@lib/findings/by-severity';
import type { Findings } from '@lib/findings/finding';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import { refOf } from '@lib/model/container-ref';
import { shellLine } from '@lib/shell/shell-line';
import { Button } from '../ui/button';
import { Section } from './section';

/** How much should be said of a container that runs, and how bad it is; leads to what that is. */
export function FindingsSection({
  snapshot,
  container,
}: {
  snapshot: Snapshot;
  container: Container;
}) {
  const { findingList: words, findings, inside } = useAllMessages();
  const asked = useFindingsOf(container);
  const show = useNsview((store) => store.show);
  const ref = refOf(snapshot, container);
  return (
    <Section
      title={findings.title}
      commands={[shellLine(['nsview', 'findings', '--container', ref])]}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        {asked.is === 'asked' && <span className="text-dim">{inside.asked}</span>}
        {asked.is === 'refused' && (
          <span className="text-warn" data-unreadable="findings">
            {inside.refused(asked.code)}
          </span>
        )}
        {asked.is === 'answered' && <InShort told={asked.answer} />}
      </div>
      <div className="mt-1 flex flex-wrap gap-2 text-sm">
        {asked.is === 'answered' && asked.answer.findings.length > 0 && (
          <Button onClick={() => show({ open: true })}>{words.showThem}</Button>
        )}
        <FindingsButton />
      </div>
    </Section>
  );
}

function InShort({ told }: { told: Findings }) {
  const { findingList: words, findings } = useAllMessages();
  const { of: known } = useAcknowledged();
  const { open, acknowledged } = apart(told.findings, known);
  const { unknown, silent } = told;
  const isNothing = told.findings.length + unknown.length + silent.length === 0;
  return (
    <>
      {bySeverity(open).map(({ severity, findings: { length } }) => (
        <span key={severity} data-severity={severity} data-count={length}>
          <SeverityMark of={severity} count={length} />
        </span>
      ))}
      {isNothing && <span>{findings.none}</span>}
      {unknown.length > 0 && (
        <span className="text-warn" data-undecided={unknown.length}>
          <span aria-hidden>? </span>
          {words.undecided(unknown.length)}
        </span>
      )}
      {silent.map((endpoint) => (
        <span key={endpoint} className="text-warn">
          {findings.silent(endpoint)}
        </span>
      ))}
      {acknowledged.length > 0 && (
        <span className="text-dim">{words.acknowledgedShort(acknowledged.length)}</span>
      )}
    </>
  );
}
