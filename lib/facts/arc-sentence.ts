import type { FirstMessages } from '../i18n/messages';
import type { Sharing } from '../model/container';
import type { Host } from '../model/host';
import { kernelName } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import { saidOfHost, saidSharing } from '../sharing/said';
import type { Company, GraphNode } from '../sharing/graph';
import { stateSaid } from '../i18n/state-said';

/** Of more names than this, few are told: nobody listens to hundreds. */
const MOST_TOLD = 24;
const FEW_TOLD = 12;

/** What one arc of a container's ring tells, as a sentence. */
export function arcSentence(
  node: GraphNode,
  type: NamespaceType,
  hostNamespaces: NamespaceSet,
  messages: FirstMessages,
): string {
  const sentence = kernelSentence(node, type, hostNamespaces, messages);
  const broken = node.broken.find((each) => each.type === type);
  if (broken === undefined) return sentence;
  return messages.sharing.arc.broken(sentence, broken.name, broken.restarted);
}

/** What the kernel says of it. */
function kernelSentence(
  { container, named, company, uncertain }: GraphNode,
  type: NamespaceType,
  hostNamespaces: NamespaceSet,
  messages: FirstMessages,
): string {
  const { arc } = messages.sharing;
  const sharing = saidSharing(container, type, hostNamespaces);
  const id = container.namespaces[type];
  if (sharing === 'none' || sharing === 'absent') return arc[sharing](named, type);
  if (sharing === 'unknown' || id === null) {
    const why = container.unreadable[`namespaces.${type}`] ?? container.unreadable[type] ?? null;
    return arc.unknown(named, type, why);
  }
  const name = kernelName(id);
  if (sharing === 'shared') {
    return arc.shared(named, type, name, othersTold(named, company[type], messages));
  }
  if (sharing !== 'own') return arc[sharing](named, type, name);
  return (uncertain.includes(type) ? arc.ownUncertain : arc.own)(named, type, name);
}

/** The names of who else is there: a few where they are many, for all are told at the hub. */
function othersTold(
  name: string,
  together: Company | undefined,
  { filters, sharing }: FirstMessages,
): string[] {
  const { names, hidden } = together ?? { names: [], hidden: [] };
  const own = names.indexOf(name);
  const count = names.length - 1;
  const shown = count > MOST_TOLD ? FEW_TOLD : count;
  const told: string[] = [];
  for (let at = 0; told.length < shown && at < names.length; at += 1) {
    const other = names[at];
    if (other === undefined || at === own) continue;
    told.push(hidden.includes(other) ? filters.hiddenName(other) : other);
  }
  return shown === count ? told : [...told, sharing.arc.moreOthers(count - shown)];
}

/** What one arc of the host's ring tells. */
export function hostArcSentence(host: Host, type: NamespaceType, messages: FirstMessages): string {
  const { arc } = messages.sharing;
  const id = host.namespaces[type];
  if (id !== null) return arc.ofHost(type, kernelName(id));
  return saidOfHost(host, type) === 'absent' ? arc.ofHostAbsent(type) : arc.ofHostUnknown(type);
}

const TELLING: readonly Sharing[] = ['shared', 'unknown'];

/** The types of a container that say something: what is not its own, and could be. */
export function tellingTypes({ container, stopped, broken }: GraphNode): NamespaceType[] {
  if (stopped) return [];
  return NAMESPACE_TYPES.filter((type) => {
    if (broken.some((each) => each.type === type)) return true;
    const sharing = container.sharing[type];
    return sharing === 'host' ? PRIVATE_BY_DEFAULT.includes(type) : TELLING.includes(sharing);
  });
}

/** A container's whole ring in words, for those who cannot see it: what is not its own comes first. */
export function nodeSentence(
  node: GraphNode,
  hostNamespaces: NamespaceSet,
  messages: FirstMessages,
): string {
  const { container, named, engine } = node;
  const parts = tellingTypes(node).map((type) => arcSentence(node, type, hostNamespaces, messages));
  if (node.stale) parts.push(messages.sharing.node.staleLong);
  const state = stateSaid(container, messages);
  return messages.sharing.node.label(named, container.image, state, engine, parts);
}
