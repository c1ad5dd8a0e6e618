import type { NamespaceId } from '../model/ids';
import type { Asked } from '../protocol/asked';
import type { Inside } from './inside';

/**
 * What is known of what namespaces isolate. One that is not in it is not asked about at all, as in a
 * figure of a snapshot alone.
 */
export type Insides = ReadonlyMap<NamespaceId, Asked<Inside>>;
