import { z } from 'zod';
import { type NamespaceId } from '@lib/model/ids';
import { namespaceIdSchema } from '@lib/model/namespace-id-schema';
import type { NamespaceType } from '@lib/model/namespace-type';
import { namespaceTypeSchema } from '@lib/model/namespace-type-schema';
import { mustRun } from './command';
import type { OrdinaryUser } from './ordinary-user';

const SCRIPT = new URL('kernel-word.py', import.meta.url).pathname;

/** An id, a number, or the name of the errno with which the kernel refused. */
const errnoSchema = z.string().regex(/^E[A-Z0-9]+$/);
const idOrErrno = z.union([namespaceIdSchema, errnoSchema]);

const witnessedProcess = z.object({
  start: z.string(),
  state: z.string(),
  links: z.record(namespaceTypeSchema, idOrErrno),
});
const witnessedNamespace = z.object({
  parent: idOrErrno,
  owner: idOrErrno,
  ownerUid: z.union([z.int(), errnoSchema]),
});
const word = z.object({
  processes: z.record(z.coerce.number<string>(), witnessedProcess),
  namespaces: z.record(namespaceIdSchema, witnessedNamespace),
});

export type WitnessedProcess = z.infer<typeof witnessedProcess>;

export interface KernelWord {
  processes: ReadonlyMap<number, WitnessedProcess>;
  namespaces: ReadonlyMap<NamespaceId, z.infer<typeof witnessedNamespace>>;
}

/**
 * What the kernel says of every process and namespace, told by a program that has nothing of nsview
 * (kernel-word.py).
 * @param as who asks; null: we ourselves
 * @param paths of namespaces that no process is in
 */
export async function kernelWord(
  as: OrdinaryUser | null = null,
  paths: readonly string[] = [],
): Promise<KernelWord> {
  const args = [SCRIPT, ...paths];
  const printed = await (as === null ? mustRun('python3', args) : as.mustRun('python3', args));
  const { processes, namespaces } = word.parse(JSON.parse(printed));
  return {
    processes: new Map(Object.entries(processes).map(([pid, told]) => [Number(pid), told])),
    namespaces: new Map(
      Object.entries(namespaces).map(([id, told]) => [namespaceIdSchema.parse(id), told]),
    ),
  };
}

/** The processes that were the same, in the same namespaces, both times. */
export function unchanged(
  before: KernelWord,
  after: KernelWord,
): ReadonlyMap<number, WitnessedProcess> {
  return new Map(
    [...before.processes].filter(([pid, process]) => {
      const later = after.processes.get(pid);
      return later?.start === process.start && sameLinks(later.links, process.links);
    }),
  );
}

function sameLinks(a: WitnessedProcess['links'], b: WitnessedProcess['links']): boolean {
  return Object.entries(a).every(([type, name]) => b[type as NamespaceType] === name);
}
