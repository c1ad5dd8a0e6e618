import { useDifferences } from '../../store/differences';
import { useAllMessages } from '../../store/messages';
import { useSigns } from '../../store/signs';
import { useNsview } from '../../store/store';
import { useClock } from '../timeline/clock';

/** Which two moments are compared by who leads. */
export function ComparedLine() {
  const { timeline: words } = useAllMessages();
  const comparison = useDifferences((store) => store.comparison);
  const recording = useNsview((store) => store.recording);
  const clock = useClock(recording?.past === true ? recording.startedAt : null);
  useSigns();
  if (comparison === null) return null;
  const { from, to } = comparison;
  return (
    <p
      role="status"
      data-compared
      className="shrink-0 border-b border-line bg-surface px-3 py-2 text-sm text-dim"
    >
      {words.compared(`A ${clock(from)}`, `B ${clock(to)}`)}
    </p>
  );
}
