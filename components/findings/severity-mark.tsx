import { Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useAllMessages } from '@components/store/messages';
import type { Severity } from '@lib/findings/finding';

const ICONS: Readonly<Record<Severity, LucideIcon>> = {
  high: OctagonAlert,
  medium: TriangleAlert,
  low: Info,
};
const LOOKS: Readonly<Record<Severity, string>> = {
  high: 'text-bad',
  medium: 'text-warn',
  low: 'text-dim',
};

interface SeverityMarkProps {
  of: Severity;
  /** How many are so bad; left out: it is said of one. */
  count?: number;
}

/** How bad something is: a sign of its own form, and the word. */
export function SeverityMark({ of, count }: SeverityMarkProps) {
  const { findingList, findings } = useAllMessages();
  const word = findings.severity[of];
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-semibold whitespace-nowrap ${LOOKS[of]}`}
    >
      <SeveritySign of={of} />
      {count === undefined ? word : findingList.ofSeverity(count, word)}
    </span>
  );
}

/** The sign alone, where the word stands above. */
export function SeveritySign({ of }: { of: Severity }) {
  const Icon = ICONS[of];
  return <Icon aria-hidden className={`size-[1.15em] shrink-0 ${LOOKS[of]}`} />;
}
