/*
 * The target of /proc/PID/ns/TYPE, namespaces(7):
 * pid:[4026531836]
 */
import { namespaceId, type NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import { ProcParseError } from './parse-error';

/** @returns the id of the namespace that the link of `type` names */
export function parseNsLink(text: string, type: NamespaceType): NamespaceId {
  const inode = /^([a-z]+):\[(\d{1,20})\]$/.exec(text);
  if (inode?.[1] !== type || inode[2] === undefined) {
    throw new ProcParseError('ns link', `${type}:[inode]`);
  }
  return namespaceId(type, inode[2]);
}
