import type { Sharing } from '../model/container';

/** How many containers have a type in which way; those of an engine are not among the host's. */
export type SharingCounts = Readonly<Record<Sharing | 'engine', number>>;
