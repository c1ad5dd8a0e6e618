import * as z from 'zod/mini';
import { NAMESPACE_TYPES } from './namespace-type';

/** A {@link NamespaceType} where it comes from outside. Apart from it, for a drawing needs no checks. */
export const namespaceTypeSchema = z.enum(NAMESPACE_TYPES);
