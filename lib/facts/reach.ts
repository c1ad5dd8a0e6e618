import type { Messages } from '../i18n/messages';
import type { Listening } from '../inside/net';
import { HOST } from '../model/host-word';
import { containerKey, type NamespaceId } from '../model/ids';
import type { PublishedPort } from '../model/published-port';
import type { Snapshot } from '../model/snapshot';
import type { Asked } from '../protocol/asked';
import { bordersOf, OUTSIDE } from '../reach/endpoint';
import type { Reach } from '../reach/question';
import type { Hop } from '../reach/said';
import { findContainer, namesTold } from '../model/container-ref';
import { formatReach, type ReachState } from '../view-state/reach-state';

/** What is known of whether one end gets through to the other. */
export interface ReachTold {
  /** As they are asked about: what names a container, `:host`, `:outside`. */
  from: string;
  to: string;
  by: ReachState;
  asked: Asked<Reach>;
}

/**
 * The lives in which two ends are: another text when one began anew. What was told before is true no more
 * then: it may have another network, and listen at nothing.
 *
 * @param ends what names a container, `:host`, `:outside`
 */
export function livesOfEnds(ends: readonly string[], snapshot: Snapshot): string {
  const lives = ends.map((word) => {
    const container = findContainer(snapshot, word);
    return container && [containerKey(container), container.pid, container.startedAt];
  });
  return JSON.stringify(lives);
}

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
  const there = containers.filter(({ namespaces }) => namespaces.net === id);
  const nameOf = namesTold({ containers, engines });
  return there.length === 0 ? reach.otherNetwork : model.list(there.map(nameOf));
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

/** So many ports of a container are offered. */
const PORTS = 12;

/** The ports of a container that are worth being asked about: those that are published, and those listened at. */
export function reachablePorts(
  published: readonly PublishedPort[],
  listening: readonly Listening[],
): ReachState[] {
  const all = [
    ...published.flatMap(({ protocol, port }) => (protocol === 'sctp' ? [] : [{ protocol, port }])),
    ...listening
      .filter(({ address }) => !/^(127\.|::1$|::ffff:127\.)/.test(address))
      .map(({ protocol, port }) => ({
        protocol: protocol.startsWith('udp') ? ('udp' as const) : ('tcp' as const),
        port,
      })),
  ];
  const once = new Map(all.map((each) => [formatReach(each), each]));
  return [...once.values()]
    .sort((a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : 1))
    .slice(0, PORTS);
}

/** Whether it gets through, in words, and where it does not get on, or why it is not known. */
export function reachWords(
  { from, to, by: { protocol, port }, asked }: ReachTold,
  snapshot: Pick<Snapshot, 'host' | 'engines' | 'containers'>,
  messages: Pick<Messages, 'reach' | 'model' | 'inside'>,
): { said: string; why: string | null } {
  const words = messages.reach;
  const [first, second] = [endName(from, messages), endName(to, messages)];
  const question = words.question(first, second);
  switch (asked.is) {
    case 'asked':
      return { said: question, why: words.asked };
    case 'refused':
      return { said: question, why: messages.inside.refused(asked.code) };
    case 'answered':
      break;
  }
  const { verdict, hops } = asked.answer;
  const last = hops.at(-1);
  return {
    said: words.summary(verdict, first, second, words.where(protocol, port)),
    why: verdict === 'yes' || last === undefined ? null : hopText(last, snapshot, messages),
  };
}
