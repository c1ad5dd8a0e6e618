import type { Messages } from '../i18n/messages';
import { imageName } from '../layout/node-text';
import { containerKey, type ContainerKey, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Sharing } from '../model/container';
import type { Snapshot } from '../model/snapshot';
import type { Comparison } from '../timeline/difference';
import { goneIn, partingsIn } from '../timeline/gone';
import { companyWords } from './company';
import { sharedLetters } from './letters';

/** What is gone, as a row below those of what is there. */
export interface GoneRow {
  key: ContainerKey;
  name: string;
  image: string;
  cells: readonly GoneCell[];
}

export interface GoneCell {
  type: NamespaceType;
  sharing: Sharing;
  namespace: NamespaceId | null;
  /** What may be written large in it, what says most first. */
  words: readonly string[];
}

/**
 * One for each container that is gone, as it was when it was there last, by name. A letter is that of the rows
 * of `whole`: it was in that very namespace. Where nobody is who was in it too, those are named.
 */
export function goneRows(comparison: Comparison, whole: Snapshot, messages: Messages): GoneRow[] {
  const there = new Set(whole.containers.map(containerKey));
  const letters = sharedLetters(whole.containers);
  const partings = partingsIn(comparison);
  const { different } = comparison;
  return goneIn(comparison).flatMap(({ key, container, name }): GoneRow[] => {
    // A comparison may be of a moment ago.
    if (there.has(key)) return [];
    const facts = different.find((each) => containerKey(each.container) === key)?.facts ?? [];
    const wordsOf = (type: NamespaceType): string[] => {
      const [sharing, id] = [container.sharing[type], container.namespaces[type]];
      if (sharing !== 'shared') return [messages.matrix[sharing]];
      // Of what nobody is in any more, the number may be that of another by now.
      const isStill = partings.some(
        ({ leaver, namespace, other }) => leaver === key && namespace === id && there.has(other),
      );
      const letter = isStill && id !== null ? letters.get(id) : undefined;
      if (letter !== undefined) return [`${type.toUpperCase()}-${letter}`];
      const was = facts.find((fact) => fact.is === 'space' && fact.type === type);
      const others = was?.is === 'space' ? (was.from?.others ?? []) : [];
      return others.length === 0
        ? [messages.matrix.unknown]
        : companyWords(others, messages.timeline.withOthers(others));
    };
    return [
      {
        ...{ key, name, image: imageName(container.image) },
        cells: NAMESPACE_TYPES.map((type) => ({
          type,
          sharing: container.sharing[type],
          namespace: container.namespaces[type],
          words: wordsOf(type),
        })),
      },
    ];
  });
}
