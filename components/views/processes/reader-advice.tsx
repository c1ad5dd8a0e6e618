import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { Button } from '../../ui/button';

/** How to read what nsview may not: as root, or by the reader in a container where that is on offer. */
export function ReaderAdvice() {
  const { processes, reader: words } = useAllMessages();
  const offered = useNsview((store) => store.reader.state === 'offered');
  const recorded = useNsview((store) => store.recording !== null);
  const explain = useNsview((store) => store.explainReader);
  // What was recorded cannot be read any more.
  if (recorded) return null;
  if (!offered) return <p>{processes.asRoot}</p>;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p>{processes.asRootOrReader}</p>
      <Button onClick={() => explain(true)}>{words.explain}</Button>
    </div>
  );
}
