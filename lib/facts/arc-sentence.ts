import type { Messages } from '../i18n/messages';
import type { Sharing } from '../model/container';
import type { Host } from '../model/host';
import { kernelName } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/process';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import { saidOfHost, saidSharing } from '../sharing/said';
import type { GraphNode } from '../sharing/graph';

/** What one arc of a container's ring tells, as a sentence. */
export function arcSentence(
  { container, sharers, hiddenSharers, uncertain }: GraphNode,
  type: NamespaceType,
  hostNamespaces: NamespaceSet,
  messages: Messages,
): string {
  const { arc } = messages.sharing;
  const sharing = saidSharing(container, type, hostNamespaces);
  const id = container.namespaces[type];
  if (sharing === 'none' || sharing === 'absent') return arc[sharing](container.name, type);
  if (sharing === 'unknown' || id === null) {
    const why = container.unreadable[`namespaces.${type}`] ?? container.unreadable[type] ?? null;
    return arc.unknown(container.name, type, why);
  }
  const name = kernelName(id);
  if (sharing === 'shared') {
    const { hiddenName } = messages.filters;
    const others = sharers[type] ?? [];
    const told = others.map((each) => (hiddenSharers.includes(each) ? hiddenName(each) : each));
    return arc.shared(container.name, type, name, told);
  }
  if (sharing !== 'own') return arc[sharing](container.name, type, name);
  return (uncertain.includes(type) ? arc.ownUncertain : arc.own)(container.name, type, name);
}

/** What one arc of the host's ring tells. */
export function hostArcSentence(host: Host, type: NamespaceType, messages: Messages): string {
  const { arc } = messages.sharing;
  const id = host.namespaces[type];
  if (id !== null) return arc.ofHost(type, kernelName(id));
  return saidOfHost(host, type) === 'absent' ? arc.ofHostAbsent(type) : arc.ofHostUnknown(type);
}

const TELLING: readonly Sharing[] = ['shared', 'unknown'];

/** The types of a container that say something: what is not its own, and could be. */
export function tellingTypes({ container, stopped }: GraphNode): NamespaceType[] {
  if (stopped) return [];
  return NAMESPACE_TYPES.filter((type) => {
    const sharing = container.sharing[type];
    return sharing === 'host' ? PRIVATE_BY_DEFAULT.includes(type) : TELLING.includes(sharing);
  });
}

/** A container's whole ring in words, for those who cannot see it: what is not its own comes first. */
export function nodeSentence(
  node: GraphNode,
  hostNamespaces: NamespaceSet,
  messages: Messages,
): string {
  const { container } = node;
  const parts = tellingTypes(node).map((type) => arcSentence(node, type, hostNamespaces, messages));
  if (node.stale) parts.push(messages.sharing.node.staleLong);
  const state = messages.model.states[container.state];
  return messages.sharing.node.label(container.name, container.image, state, parts);
}
