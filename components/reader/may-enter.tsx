import type { Unreadable } from '@lib/model/unreadable';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { CommandLine } from '../ui/command-line';

/** How the system says that one may not go into a namespace. */
const KEPT_OUT = 'EPERM';
const COMMAND = 'npm start -- --reader container --may-enter';

/** What would tell the facts that are missing because the reader in a container may not go in; else nothing. */
export function MayEnter({ unreadable }: { unreadable: Unreadable }) {
  const words = useAllMessages().reader.enter;
  const reader = useNsview((store) => store.reader);
  const keptOut = Object.values(unreadable).includes(KEPT_OUT);
  if (reader.state !== 'container' || reader.enters || !keptOut) return null;
  return (
    <details className="mt-2 text-[0.8125rem]" data-may-enter>
      <summary className="cursor-pointer rounded text-dim hover:text-text">{words.title}</summary>
      <div className="mt-2 flex flex-col gap-2 leading-relaxed">
        <p>{words.why}</p>
        <CommandLine command={COMMAND} />
        <p className="border-l-2 border-warn pl-3">{words.means}</p>
      </div>
    </details>
  );
}
