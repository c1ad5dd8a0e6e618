import {
  areIntegers,
  areStrings,
  areTexts,
  isBoolean,
  isInteger,
  isNullOr,
  isString,
} from './guards';
import { isNamespaceId } from './ids';
import { NAMESPACE_TYPES } from './namespace-type';
import type { Process } from './process';

/**
 * Is this a list of what `processSchema` takes? Asked by the page, of thousands at once and before its
 * first picture: through the schema, whose many small functions nothing has warmed up by then, that
 * takes as long as half of drawing it (decision 19). Unlike the schema it does not say what is wrong.
 */
export function areProcesses(value: unknown): value is Process[] {
  return Array.isArray(value) && value.every(isProcess);
}

function isProcess(value: unknown): value is Process {
  if (typeof value !== 'object' || value === null) return false;
  const told: { readonly [Field in keyof Process]?: unknown } = value;
  return (
    isInteger(told.pid) &&
    isString(told.startTicks) &&
    isNullOr(told.startedAt, isString) &&
    isInteger(told.ppid) &&
    isNullOr(told.nsPids, areIntegers) &&
    isString(told.comm) &&
    isNullOr(told.args, areStrings) &&
    isBoolean(told.argsTruncated) &&
    isNullOr(told.uid, isInteger) &&
    isNullOr(told.gid, isInteger) &&
    isBoolean(told.zombie) &&
    isBoolean(told.kernelThread) &&
    isInteger(told.threads) &&
    isNullOr(told.cgroup, isString) &&
    isNullOr(told.container, isString) &&
    isNullOr(told.engine, isString) &&
    isNamespaceSet(told.namespaces) &&
    areTexts(told.unreadable)
  );
}

function isNamespaceSet(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return NAMESPACE_TYPES.every((type) => {
    const id: unknown = Reflect.get(value, type);
    return id === null || (typeof id === 'string' && isNamespaceId(id));
  });
}
