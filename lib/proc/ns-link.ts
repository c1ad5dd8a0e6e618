/*
 * The target of /proc/PID/ns/TYPE, namespaces(7):
 * pid:[4026531836]
 */
import { isNamespaceId, namespaceId, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { ProcParseError } from './parse-error';

/** @returns the id of the namespace that the link of `type` names */
export function parseNsLink(text: string, type: NamespaceType): NamespaceId {
  const inode = /^([a-z]+):\[(\d{1,20})\]$/.exec(text);
  if (inode?.[1] !== type || inode[2] === undefined) {
    throw new ProcParseError('ns link', `${type}:[inode]`);
  }
  return namespaceId(type, inode[2]);
}

const NSFS_NAME = new RegExp(`^(${NAMESPACE_TYPES.join('|')}):\\[(\\d{1,20})\\]$`);

/**
 * The namespace that an open file or a mount is of, as /proc/PID/fd/N and the root of a mount of
 * type nsfs name it.
 * @returns null where `text` names something else: a path, `socket:[57]`…
 */
export function parseNsfsName(text: string): NamespaceId | null {
  const name = NSFS_NAME.exec(text);
  const id = `${name?.[1] ?? ''}:${name?.[2] ?? ''}`;
  return isNamespaceId(id) ? id : null;
}
