import { Fetched } from '../ui/fetched';
import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

const DIALOG = new Part(
  withAllMessages(async () => (await import('./reader-dialog')).ReaderDialog),
);

/** Asks about the reader in a container while it is being explained. */
export function ReaderQuestion() {
  const reader = useNsview((store) => store.reader);
  const explaining = useNsview((store) => store.explaining);
  const explain = useNsview((store) => store.explainReader);
  // What somebody else decided meanwhile needs no answer any more.
  if (!explaining || reader.state !== 'offered') return null;
  return (
    <Fetched part={DIALOG}>
      {(Dialog) => <Dialog offer={reader} onClose={() => explain(false)} />}
    </Fetched>
  );
}
