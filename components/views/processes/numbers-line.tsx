import { nameTold } from '@lib/model/container-ref';
import { kernelName, type ContainerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { commandOf } from '@lib/model/command';
import { pidVector } from '@lib/select/pid-vector';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { processTint } from '@lib/select/container-colour';

/** Under the panes: the process that is pointed at, and its PID in every namespace that sees it. */
export function NumbersLine({
  snapshot,
  colours,
  hint,
}: {
  snapshot: Snapshot;
  colours: ReadonlyMap<ContainerKey, string>;
  /** What is said as long as nothing is pointed at. */
  hint: string;
}) {
  const messages = useAllMessages();
  const pid = useNsview((store) => store.hoveredPid);
  const process = snapshot.processes.find((each) => each.pid === pid);
  const colour = process === undefined ? null : processTint(colours, process);

  const sentence = () => {
    if (process === undefined) return hint;
    const places = pidVector(snapshot, process).map((place) => {
      if (place.host) return messages.processes.onHost(place.pid);
      const names = place.containers.map((each) => nameTold(snapshot, each));
      const namespace =
        place.namespace === null
          ? messages.processes.unknownNamespace
          : kernelName(place.namespace);
      return messages.processes.inNamespace(place.pid, namespace, messages.model.list(names));
    });
    return messages.processes.is(places);
  };
  return (
    // Two lines high whatever it says, so that pointing moves nothing.
    <p
      role="status"
      data-numbers={process?.pid}
      className="h-[3em] shrink-0 overflow-y-auto text-sm leading-normal break-words text-dim"
    >
      {process !== undefined && (
        <>
          <code className="font-mono text-text" style={colour === null ? {} : { color: colour }}>
            {commandOf(process)}
          </code>{' '}
        </>
      )}
      <span className={process === undefined ? '' : 'text-text'}>{sentence()}</span>
    </p>
  );
}
