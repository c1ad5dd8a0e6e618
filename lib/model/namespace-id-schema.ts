import * as z from 'zod/mini';
import { isNamespaceId } from './ids';

/** A NamespaceId where it comes from outside. Apart from it, for a drawing needs no checks. */
export const namespaceIdSchema = z
  .string()
  .check(z.refine(isNamespaceId, 'expected a type and an inode number, as pid:4026532183'))
  .brand<'NamespaceId'>();
