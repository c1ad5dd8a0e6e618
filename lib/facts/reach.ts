import type { Messages } from '../i18n/messages';
import { HOST } from '../model/host-word';
import type { NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { bordersOf, OUTSIDE } from '../reach/endpoint';
import type { Hop } from '../reach/said';

/** How an end is said that was asked about. */
export function endName(word: string, { reach }: Pick<Messages, 'reach'>): string {
  if (word === HOST) return reach.host;
  return word === OUTSIDE ? reach.outside : word;
}

/** Whose network it is: the names of the containers in it, or the host. */
function networkName(
  id: NamespaceId | null,
  { host, engines, containers }: Pick<Snapshot, 'host' | 'engines' | 'containers'>,
  { reach, model }: Pick<Messages, 'reach' | 'model'>,
): string {
  if (id === null) return reach.outside;
  if (bordersOf({ host, engines }).has(id)) return reach.host;
  const names = containers.filter(({ namespaces }) => namespaces.net === id);
  return names.length === 0 ? reach.otherNetwork : model.list(names.map(({ name }) => name));
}

/** A hop in words: `c1: sends to 172.17.0.3:80 by eth0`. */
export function hopText(
  { where, says }: Hop,
  snapshot: Pick<Snapshot, 'host' | 'engines' | 'containers'>,
  messages: Pick<Messages, 'reach' | 'model'>,
): string {
  const { hop, says: sentence } = messages.reach;
  return hop(networkName(where, snapshot, messages), sentence(says));
}
