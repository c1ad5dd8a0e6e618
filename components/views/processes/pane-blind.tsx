import { blindSpot } from '@lib/facts/blind';
import type { Snapshot } from '@lib/model/snapshot';
import type { Vantage } from '@lib/select/vantage';
import { CommandLine } from '../../ui/command-line';
import { useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { ReaderAdvice } from './reader-advice';

/** Why nothing can be seen from a vantage, and what to do about it. */
export function Blind({
  snapshot,
  vantage,
  name,
}: {
  snapshot: Snapshot;
  vantage: Vantage | null;
  name: string;
}) {
  const messages = useAllMessages();
  const isTaught = useIsProjectedLesson();
  const { text, kept, command } = blindSpot(snapshot, vantage, name, messages, isTaught);
  return (
    <div className="flex flex-col gap-3 p-4 text-sm leading-relaxed text-dim">
      <p className="break-words">{text}</p>
      {kept && (
        <>
          <ReaderAdvice />
          <p>{messages.processes.thisShows}</p>
        </>
      )}
      {command !== null && <CommandLine command={command} />}
    </div>
  );
}
