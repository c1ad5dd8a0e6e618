import type { Unreadable } from '@lib/model/unreadable';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Entering } from './entering';

/** How the system says that one may not go into a namespace. */
const KEPT_OUT = 'EPERM';

/** What would tell the facts that are missing because the reader in a container may not go in; else nothing. */
export function MayEnter({ unreadable }: { unreadable: Unreadable }) {
  const words = useAllMessages().reader.enter;
  const reader = useNsview((store) => store.reader);
  const keptOut = Object.values(unreadable).includes(KEPT_OUT);
  if (reader.state !== 'container' || reader.enters || !keptOut) return null;
  return (
    <div className="mt-2 text-[0.8125rem]">
      <Entering reader={reader} title={words.title} />
    </div>
  );
}
