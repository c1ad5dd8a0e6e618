import * as z from 'zod/mini';
import { namespaceIdSchema } from './namespace-id-schema';
import { NAMESPACE_TYPES } from './namespace-type';

/** The namespace of each type; null where it could not be read (or there is no process). */
export const namespaceSetSchema = z.object(
  Object.fromEntries(NAMESPACE_TYPES.map((type) => [type, z.nullable(namespaceIdSchema)])) as {
    [T in (typeof NAMESPACE_TYPES)[number]]: z.ZodMiniNullable<typeof namespaceIdSchema>;
  },
);
export type NamespaceSet = z.infer<typeof namespaceSetSchema>;
