import { z } from 'zod';
import { namespaceId, type NamespaceId } from '@lib/model/ids';
import { namespaceTypeSchema } from '@lib/model/namespace-type-schema';

const listed = z.object({
  ns: z.coerce.string(),
  type: namespaceTypeSchema,
  nprocs: z.coerce.number(),
  get children() {
    return z.optional(z.array(listed));
  },
});

/**
 * What `lsns -J` printed: how many processes are in each namespace. Where a PID or user namespace has
 * a parent that is listed too, lsns puts it among the `children` of that one.
 */
export function countsOf(printed: string): Map<NamespaceId, number> {
  const { namespaces } = z.object({ namespaces: z.array(listed) }).parse(JSON.parse(printed));
  const counts = new Map<NamespaceId, number>();
  const take = (those: readonly z.infer<typeof listed>[]): void => {
    for (const { ns, type, nprocs, children = [] } of those) {
      counts.set(namespaceId(type, ns), nprocs);
      take(children);
    }
  };
  take(namespaces);
  return counts;
}
