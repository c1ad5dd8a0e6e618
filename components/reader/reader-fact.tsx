import type { Host } from '@lib/model/host';
import { decideReader } from '../store/connection';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { Entering } from './entering';

/** Who reads this machine, and how to have it otherwise. */
export function ReaderFact({ readBy }: { readBy: Exclude<Host['reader'], 'recording'> }) {
  const words = useAllMessages().reader;
  const reader = useNsview((store) => store.reader);
  const explain = useNsview((store) => store.explainReader);
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span>{words.by[readBy]}</span>
      {reader.state === 'offered' && <Button onClick={() => explain(true)}>{words.explain}</Button>}
      {reader.state === 'starting' && (
        <span className="text-dim">{words.starting(reader.step)}</span>
      )}
      {reader.state === 'container' && (
        <>
          <span className="font-mono text-xs text-dim">{reader.name}</span>
          <Button onClick={() => decideReader(false)}>{words.stop}</Button>
          <Entering reader={reader} title={words.enter.explain} />
        </>
      )}
      {reader.state === 'failed' && (
        <>
          <span className="text-warn">
            {words.failed(reader.step, reader.problem, reader.reason)}
          </span>
          <Button onClick={() => decideReader(true)}>{words.tryAgain}</Button>
        </>
      )}
    </div>
  );
}
