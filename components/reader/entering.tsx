import type { ReaderState } from '@lib/protocol/reader-state';
import { useAllMessages } from '../store/messages';
import { Button } from '../ui/button';
import { CommandLine } from '../ui/command-line';
import { decideEntering } from './decide-entering';

type InContainer = Extract<ReaderState, { state: 'container' }>;

/** Behind `npm start --` in a clone, behind `nsview` else. */
const FROM_THE_START = '--reader container --may-enter';

/**
 * The reader in a container may go into namespaces as well: explained and asked, or said and taken back.
 *
 * @param title what the explanation is opened by
 */
export function Entering({ reader, title }: { reader: InContainer; title: string }) {
  const words = useAllMessages().reader;
  return (
    <div className="flex flex-col items-start gap-1.5" data-entering={reader.enters}>
      {reader.enters ? (
        <>
          <p>{words.enter.may}</p>
          <Button onClick={() => decideEntering(false)}>{words.enter.takeBack}</Button>
        </>
      ) : (
        <details data-may-enter>
          <summary className="cursor-pointer rounded text-dim hover:text-text">{title}</summary>
          <div className="mt-2 flex flex-col items-start gap-2 leading-relaxed">
            <p>{words.enter.why}</p>
            <p className="border-l-2 border-warn pl-3">{words.enter.means}</p>
            <p>{words.enter.back}</p>
            {reader.next?.state !== 'starting' && (
              <Button onClick={() => decideEntering(true)}>{words.enter.agree}</Button>
            )}
            <p className="text-dim">{words.enter.fromTheStart}</p>
            <CommandLine command={FROM_THE_START} />
          </div>
        </details>
      )}
      <div role="status">
        <Next next={reader.next} />
      </div>
    </div>
  );
}

/** What becomes of the one that is to take the place of the one that reads. */
function Next({ next }: Pick<InContainer, 'next'>) {
  const words = useAllMessages().reader;
  if (next === null) return null;
  if (next.state === 'starting') return <p className="text-dim">{words.starting(next.step)}</p>;
  return (
    <p className="text-warn [overflow-wrap:anywhere]">
      {words.failed(next.step, next.problem, next.reason)} {words.enter.readsOn}
    </p>
  );
}
