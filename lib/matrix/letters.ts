import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { NamespaceId } from '../model/ids';
import type { Container } from '../model/container';
import { byStart } from '../model/container-order';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * A letter for each namespace that containers share, so that equal ones are seen at a glance: for
 * each type A, B, … Z, AA, AB, …, in the order in which their earliest members started.
 */
export function sharedLetters(all: readonly Container[]): ReadonlyMap<NamespaceId, string> {
  const containers = all.toSorted(byStart);
  const letters = new Map<NamespaceId, string>();
  for (const type of NAMESPACE_TYPES) {
    let count = 0;
    for (const { namespaces, sharing } of containers) {
      const id = namespaces[type];
      if (id === null || sharing[type] !== 'shared' || letters.has(id)) continue;
      letters.set(id, letter(count));
      count += 1;
    }
  }
  return letters;
}

/** 0 → A, 25 → Z, 26 → AA: as spreadsheets name their columns. */
export function letter(index: number): string {
  const last = ALPHABET.charAt(index % ALPHABET.length);
  return index < ALPHABET.length ? last : letter(Math.floor(index / ALPHABET.length) - 1) + last;
}
