import * as z from 'zod/mini';
import { NAMESPACE_TYPES, type NamespaceType } from './namespace-type';
import { namespaceTypeSchema } from './namespace-type-schema';

const NAMESPACE_ID = new RegExp(`^(${NAMESPACE_TYPES.join('|')}):(\\d+)$`);

/** `pid:4026532183`: a type and the inode number of the namespace. Only comparable within one boot. */
export const namespaceIdSchema = z.string().check(z.regex(NAMESPACE_ID)).brand<'NamespaceId'>();
export type NamespaceId = z.infer<typeof namespaceIdSchema>;

/** Docker's full 64-digit container id. Unique within one engine. */
export type ContainerId = string;

export function namespaceId(type: NamespaceType, inode: string): NamespaceId {
  return namespaceIdSchema.parse(`${type}:${inode}`);
}

export function namespaceTypeOf(id: NamespaceId): NamespaceType {
  return namespaceTypeSchema.parse(id.slice(0, id.indexOf(':')));
}

export function inodeOf(id: NamespaceId): string {
  return id.slice(id.indexOf(':') + 1);
}

/** As the kernel writes it in `readlink /proc/PID/ns/pid`: `pid:[4026532183]`. */
export function kernelName(id: NamespaceId): string {
  return `${namespaceTypeOf(id)}:[${inodeOf(id)}]`;
}
