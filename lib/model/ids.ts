import type { core } from 'zod/mini';
import { NAMESPACE_TYPES, type NamespaceType } from './namespace-type';

const NAMESPACE_ID = new RegExp(`^(${NAMESPACE_TYPES.join('|')}):(\\d+)$`);

/** `pid:4026532183`: a type and the inode number of the namespace. Only comparable within one boot. */
export type NamespaceId = string & core.$brand<'NamespaceId'>;

export function isNamespaceId(text: string): text is NamespaceId {
  return NAMESPACE_ID.test(text);
}

/** Docker's full 64-digit container id. Unique within one engine, and not among several. */
export type ContainerId = string;

/** A container among those of all engines: what maps, differences, attribution and selection go by. */
export type ContainerKey = string & core.$brand<'ContainerKey'>;

function isContainerKey(text: string): text is ContainerKey {
  return text.includes('/');
}

/** @param container a container, or what tells its engine and its id */
export function containerKey({ engine, id }: { engine: string; id: ContainerId }): ContainerKey {
  const key = `${engine}/${id}`;
  if (!isContainerKey(key)) throw new Error(`not the key of a container: ${key}`);
  return key;
}

/** The container that a process belongs to; null: none. */
export function containerKeyOf(process: {
  engine: string | null;
  container: ContainerId | null;
}): ContainerKey | null {
  const { engine, container } = process;
  return engine === null || container === null ? null : containerKey({ engine, id: container });
}

/** @throws where `inode` is no number */
export function namespaceId(type: NamespaceType, inode: string): NamespaceId {
  const id = `${type}:${inode}`;
  if (!isNamespaceId(id)) throw new Error(`not the id of a namespace: ${id}`);
  return id;
}

export function namespaceTypeOf(id: NamespaceId): NamespaceType {
  const type = NAMESPACE_TYPES.find((each) => id.startsWith(`${each}:`));
  if (type === undefined) throw new Error(`not the id of a namespace: ${id}`);
  return type;
}

export function inodeOf(id: NamespaceId): string {
  return id.slice(id.indexOf(':') + 1);
}

/** As the kernel writes it in `readlink /proc/PID/ns/pid`: `pid:[4026532183]`. */
export function kernelName(id: NamespaceId): string {
  return `${namespaceTypeOf(id)}:[${inodeOf(id)}]`;
}
