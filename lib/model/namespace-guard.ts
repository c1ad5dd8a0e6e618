import {
  areIntegers,
  areStrings,
  areTexts,
  isBoolean,
  isInteger,
  isNullOr,
  isString,
} from './guards';
import { HOLDER_KINDS } from './holder';
import { isNamespaceId } from './ids';
import type { Namespace } from './namespace';
import { NAMESPACE_TYPES } from './namespace-type';
import { RELATIONS } from './relation';

/** Is this a list of what `namespaceSchema` takes? As `areProcesses`, and for the same reason. */
export function areNamespaces(value: unknown): value is Namespace[] {
  return Array.isArray(value) && value.every(isNamespace);
}

function isNamespace(value: unknown): value is Namespace {
  if (typeof value !== 'object' || value === null) return false;
  const told: { readonly [Field in keyof Namespace]?: unknown } = value;
  return (
    isId(told.id) &&
    isString(told.lifetime) &&
    isOneOf(NAMESPACE_TYPES, told.type) &&
    isBoolean(told.host) &&
    isNullOr(told.parent, isId) &&
    isNullOr(told.owner, isId) &&
    isNullOr(told.ownerUid, isInteger) &&
    isOneOf(RELATIONS, told.relation) &&
    isNullOr(told.leader, isInteger) &&
    isInteger(told.processes) &&
    areStrings(told.containers) &&
    areHolders(told.heldBy) &&
    isNullOr(told.uidMap, isIdMap) &&
    isNullOr(told.gidMap, isIdMap) &&
    areTexts(told.unreadable)
  );
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && isNamespaceId(value);
}

function isOneOf(known: readonly unknown[], value: unknown): boolean {
  return known.includes(value);
}

function areHolders(value: unknown): boolean {
  return Array.isArray(value) && value.every(isHolder);
}

function isHolder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const told: { kind?: unknown; pid?: unknown; path?: unknown } = value;
  return (
    isOneOf(HOLDER_KINDS, told.kind) &&
    isNullOr(told.pid, isInteger) &&
    isNullOr(told.path, isString)
  );
}

function isIdMap(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((row: unknown) => areIntegers(row) && Array.isArray(row) && row.length === 3)
  );
}
