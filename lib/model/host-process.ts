import type { Host } from './host';

const READ_FROM: Record<Host['namespacesFrom'], number | null> = {
  pid1: 1,
  kthreadd: 2,
  initial: null,
  self: null,
};

/** The process that the host's namespaces were read from; null where no link of the host's was read. */
export function hostProcess({ namespacesFrom }: Host): number | null {
  return READ_FROM[namespacesFrom];
}
