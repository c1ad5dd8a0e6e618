import { useEffect, useRef, useState } from 'react';
import { useDifferences } from '../../store/differences';
import { useAllMessages } from '../../store/messages';
import { useSigns } from '../../store/signs';
import { useNsview } from '../../store/store';
import { useClock } from '../timeline/clock';

/** Milliseconds between two that are said, at least: while time goes on they are others all the time. */
const APART = 3000;

/** Which two moments are compared by who leads. */
export function ComparedLine() {
  const { timeline: words } = useAllMessages();
  const comparison = useDifferences((store) => store.comparison);
  const recording = useNsview((store) => store.recording);
  const clock = useClock(recording?.past === true ? recording.startedAt : null);
  useSigns();
  const text =
    comparison === null
      ? ''
      : words.compared(`A ${clock(comparison.from)}`, `B ${clock(comparison.to)}`);
  const said = useApart(text);
  return (
    <div
      data-compared={comparison === null ? undefined : ''}
      className={
        comparison === null
          ? 'sr-only'
          : 'shrink-0 border-b border-line bg-surface px-3 py-2 text-sm text-dim'
      }
    >
      <span aria-hidden>{text}</span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

/** The same text, no other one sooner than after `APART`. */
function useApart(text: string): string {
  const [said, setSaid] = useState(text);
  const last = useRef(0);
  useEffect(() => {
    if (text === said) return;
    const rest = Math.max(0, APART - (performance.now() - last.current));
    const waiting = setTimeout(() => {
      last.current = performance.now();
      setSaid(text);
    }, rest);
    return () => clearTimeout(waiting);
  }, [text, said]);
  return said;
}
