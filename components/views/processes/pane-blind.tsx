import type { ReactNode } from 'react';
import type { Snapshot } from '@lib/model/snapshot';
import * as proof from '@lib/facts/proof';
import type { Vantage } from '@lib/select/vantage';
import { CommandLine } from '../../ui/command-line';
import { useMessages } from '../../store/messages';
import { ReaderAdvice } from './reader-advice';

/** Is there nothing to look from: no process, or a PID namespace that is not known? */
export function isBlind({ container, pidNamespace }: Vantage): boolean {
  return container !== null && (container.pid === 0 || pidNamespace === null);
}

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
  const messages = useMessages();
  const container = vantage?.container ?? null;
  if (container === null) return <Words text={messages.processes.missing(name)} command={null} />;
  const { state } = container;
  if (container.pid === 0 && container.unreadable.pid === undefined) {
    const startable = state === 'exited' || state === 'created';
    const stopped = messages.processes.stopped(name, messages.model.states[state]);
    return startable ? (
      <Words
        text={`${stopped} ${messages.processes.startIt}`}
        command={proof.startContainer(snapshot, container)}
      />
    ) : (
      <Words text={stopped} command={null} />
    );
  }
  const why =
    container.unreadable.pid ??
    container.unreadable['namespaces.pid'] ??
    container.unreadable.namespaces ??
    messages.processes.notTold;
  const text = messages.processes.unreadable(name, why);
  return (
    <Words text={text} command={proof.processesInside(snapshot, container)}>
      <ReaderAdvice />
      <p>{messages.processes.thisShows}</p>
    </Words>
  );
}

function Words({
  text,
  command,
  children,
}: {
  text: string;
  command: string | null;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-3 p-4 text-sm leading-relaxed text-dim">
      <p className="break-words">{text}</p>
      {children}
      {command !== null && <CommandLine command={command} />}
    </div>
  );
}
