import type { Messages } from '../i18n/messages';
import { endingOf, pidInsides } from '../inside/pid';
import type { Container } from '../model/container';
import { namesTold } from '../model/container-ref';
import { containerKey, type NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';

/** So many are named; the others are counted. */
const NAMED = 3;

/**
 * With whom a container ends, and who ends with it: in sentences, for a PID namespace ends with its number 1.
 * Of the host's it is not told, for everything ends with that.
 */
export function endings(
  container: Container,
  snapshot: Snapshot,
  { inside, model, summary }: Messages,
): string[] {
  const insideOf = pidInsides(snapshot);
  const key = containerKey(container);
  const nameOf = namesTold(snapshot);
  const parents = new Map(snapshot.namespaces.map((each) => [each.id, each.parent]));
  const sentences: string[] = [];
  let id: NamespaceId | null = container.namespaces.pid;
  for (const met = new Set<NamespaceId>(); id !== null && !met.has(id);) {
    met.add(id);
    if (id === snapshot.host.namespaces.pid) break;
    const { with: first, others } = endingOf(insideOf(id), snapshot);
    const isFirst = first !== null && containerKey(first) === key;
    if (others !== null && isFirst && others.length > 0) {
      const more = others.length - NAMED;
      const names = others.map(nameOf);
      const named = more > 1 ? [...names.slice(0, NAMED), summary.more(more)] : names;
      sentences.push(inside.endTogether(model.list(named), others.length, nameOf(container)));
    }
    if (first !== null && !isFirst) {
      sentences.push(inside.endTogether(nameOf(container), 1, nameOf(first)));
    }
    id = parents.get(id) ?? null;
  }
  return sentences;
}
