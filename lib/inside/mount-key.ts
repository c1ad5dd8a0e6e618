import type { NamespaceId } from '../model/ids';

/** By what a mount goes that is spoken of: where it is, and its path there. */
export function mountKey(namespace: NamespaceId, path: string): string {
  return `${namespace} ${path}`;
}
