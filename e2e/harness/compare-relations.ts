import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import type { KernelWord } from './kernel-word';

/** What is told of a namespace's place among others; null: nobody who asks may know. */
interface Related {
  id: NamespaceId;
  relation: string;
  parent: string | null;
  owner: string | null;
  ownerUid: string | number | null;
}

/** What nsview and the kernel say of the same namespaces, in the same order. */
export function relationsOf({ namespaces }: Pick<Snapshot, 'namespaces'>, word: KernelWord) {
  const told = new Map(namespaces.map((namespace) => [namespace.id, namespace]));
  const known = (name: string) => (name.includes(':') ? name : null);
  const nsview: Related[] = [];
  const kernel: Related[] = [];
  for (const [id, fact] of word.namespaces) {
    const namespace = told.get(id);
    // It has been made since.
    if (namespace === undefined) continue;
    const { relation, parent, owner, ownerUid } = namespace;
    const isUser = namespace.type === 'user';
    nsview.push({ id, relation, parent, owner, ownerUid });
    kernel.push({
      id,
      relation: 'kernel',
      parent: known(fact.parent),
      owner: isUser ? null : known(fact.owner),
      ownerUid: isUser ? fact.ownerUid : null,
    });
  }
  return { nsview, kernel };
}
