import { isStopped } from '../model/is-stopped';
import type { Messages } from '../i18n/messages';
import { kernelName, type ContainerKey } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { containerKey } from '../model/ids';
import type { Comparison } from '../timeline/difference';
import { goneIn } from '../timeline/gone';

/** What is gone, where a view has no place of its own for it: one line for each container. */
export interface ToldGone {
  key: ContainerKey;
  name: string;
  /** Where it was. */
  detail: string;
}

/**
 * By name, as in the comparison.
 *
 * @param snapshot what is there: a comparison may be of a moment ago
 * @param type the namespace of which type tells where it was; null: its process on the host does
 */
export function toldGone(
  comparison: Comparison,
  snapshot: Snapshot,
  type: NamespaceType | null,
  { timeline: words }: Messages,
): ToldGone[] {
  const there = new Set(snapshot.containers.map(containerKey));
  return goneIn(comparison).flatMap(({ key, container, name }) => {
    if (there.has(key)) return [];
    const { pid, namespaces, sharing, unreadable } = container;
    const id = type === null ? null : namespaces[type];
    const detail = () => {
      if (isStopped(container)) return words.didNotRun;
      if (pid === 0) return words.pidUnknown(unreadable.pid ?? 'ESRCH');
      if (type === null || id === null) return words.wasPid(pid);
      return sharing[type] === 'host' ? words.wasInHosts(type) : words.wasIn(kernelName(id));
    };
    return [{ key, name, detail: detail() }];
  });
}
