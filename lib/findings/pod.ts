import type { Container } from '../model/container';
import { isSameContainer } from '../model/containers-by-key';
import type { NamespaceType } from '../model/namespace-type';
import { podOf } from '../model/project';
import type { Snapshot } from '../model/snapshot';
import type { Change } from './finding';

/** By what a pod asks for namespaces of the host's; its host name is that of its network. */
const ASKED_BY: Partial<Record<NamespaceType, string>> = {
  pid: 'hostPID: true',
  net: 'hostNetwork: true',
  ipc: 'hostIPC: true',
  uts: 'hostNetwork: true',
};

/** The others of its pod, its pause container among them; none where it is in none. */
export function inPodWith(
  { containers }: Pick<Snapshot, 'containers'>,
  one: Container,
): Container[] {
  const pod = podOf(one);
  return containers.filter(
    (each) =>
      pod !== null &&
      each.engine === one.engine &&
      podOf(each) === pod &&
      !isSameContainer(each, one),
  );
}

/** What to change in a pod so that it is not in the host's namespace of a type; null: that is no field of one's, or it is in none. */
export function withoutHosts(container: Container, type: NamespaceType): Change[] | null {
  const text = ASKED_BY[type];
  return podOf(container) === null || text === undefined ? null : [{ how: 'without', text }];
}
