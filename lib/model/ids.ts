import * as z from 'zod/mini';
import { NAMESPACE_TYPES, type NamespaceType } from './namespace-type';
import { namespaceTypeSchema } from './namespace-type-schema';

const NAMESPACE_ID = new RegExp(`^(${NAMESPACE_TYPES.join('|')}):(\\d+)$`);

/** `pid:4026532183`: a type and the inode number of the namespace. Only comparable within one boot. */
export const namespaceIdSchema = z.string().check(z.regex(NAMESPACE_ID)).brand<'NamespaceId'>();
export type NamespaceId = z.infer<typeof namespaceIdSchema>;

/** Docker's full 64-digit container id. Unique within one engine, and not among several. */
export type ContainerId = string;

/** A container among those of all engines: what maps, differences, attribution and selection go by. */
export const containerKeySchema = z.string().brand<'ContainerKey'>();
export type ContainerKey = z.infer<typeof containerKeySchema>;

/** @param container a container, or what tells its engine and its id */
export function containerKey({ engine, id }: { engine: string; id: ContainerId }): ContainerKey {
  return containerKeySchema.parse(`${engine}/${id}`);
}

/** The container that a process belongs to; null: none. */
export function containerKeyOf(process: {
  engine: string | null;
  container: ContainerId | null;
}): ContainerKey | null {
  const { engine, container } = process;
  return engine === null || container === null ? null : containerKey({ engine, id: container });
}

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
