import { Fetched } from '../ui/fetched';
import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

const NEWS = new Part(withAllMessages(async () => (await import('./reader-news')).ReaderNews));

/** News of who reads /proc: where this server itself does, there are none. */
export function ReaderLine() {
  const live = useNsview(
    ({ connection, recording }) => connection === 'live' && recording === null,
  );
  const reader = useNsview((store) => store.reader);
  const isNews =
    reader.state === 'starting' ||
    reader.state === 'failed' ||
    (reader.state === 'offered' && !reader.declined);
  if (!live || !isNews) return null;
  return <Fetched part={NEWS}>{(ReaderNews) => <ReaderNews reader={reader} />}</Fetched>;
}
