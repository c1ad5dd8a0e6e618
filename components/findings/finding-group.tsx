import { useId, useState, type ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import { Button } from '@components/ui/button';
import { acknowledgementOf } from '@lib/findings/acknowledgement';
import type { Finding } from '@lib/findings/finding';
import { FindingDisclosure } from './finding-disclosure';

/** Nobody reads more at once, and a page that drew thousands would stand still. */
const MOST = 100;

interface FindingGroupProps {
  heading: ReactNode;
  findings: readonly Finding[];
  onLeave: () => void;
}

/** Findings of one severity, each in a line. */
export function FindingGroup({ heading, findings, onLeave }: FindingGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3
        id={id}
        className="sticky top-0 border-t border-line bg-raised px-4 py-1.5 first:border-t-0"
      >
        {heading}
      </h3>
      <FindingLines {...{ findings, onLeave }} isAcknowledged={false} />
    </section>
  );
}

interface FindingLinesProps {
  findings: readonly Finding[];
  isAcknowledged: boolean;
  onLeave: () => void;
}

/** Findings in lines, the first of them; all when that is asked for. */
export function FindingLines({ findings, isAcknowledged, onLeave }: FindingLinesProps) {
  const { findingList: words } = useAllMessages();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? findings : findings.slice(0, MOST);
  return (
    <>
      <ul>
        {shown.map((finding) => (
          <FindingDisclosure
            key={acknowledgementOf(finding)}
            {...{ finding, isAcknowledged, onLeave }}
          />
        ))}
      </ul>
      {shown.length < findings.length && (
        <p className="border-t border-line px-4 py-2">
          <Button onClick={() => setWhole(true)}>{words.showAll(findings.length)}</Button>
        </p>
      )}
    </>
  );
}
