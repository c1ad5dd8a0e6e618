/*
 * What tells of a value that came from outside whether it is what it should be; for thousands at once
 * (decision 19). All else is checked by schemas.
 */

export function isNullOr(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === null || is(value);
}

export function isString(value: unknown): boolean {
  return typeof value === 'string';
}

export function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

export function isInteger(value: unknown): boolean {
  return Number.isSafeInteger(value);
}

export function areIntegers(value: unknown): boolean {
  return Array.isArray(value) && value.every(isInteger);
}

export function areStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString);
}

/** As `unreadable` is: a text by each key. */
export function areTexts(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isString)
  );
}
