import { isNamespaceId, type NamespaceId } from '../model/ids';
import { sharingSchema, type Sharing } from '../model/container';
import { KNOWN_STATES } from '../model/known-state';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';

/** One condition; a query is met when all of its terms are. */
export type Term =
  /** Somewhere in a name, an image, a command or a label; lower case. */
  | { kind: 'word'; text: string }
  /** A PID in any namespace, or an inode. */
  | { kind: 'number'; value: number }
  | { kind: 'namespace'; id: NamespaceId }
  | { kind: 'pid'; value: number }
  | { kind: 'field'; field: Field; text: string }
  /** Types empty: of any type. */
  | { kind: 'sharing'; sharing: Sharing; types: readonly NamespaceType[] };

/** What can be asked for by name: `image:ubuntu`. */
export const FIELDS = [
  'name',
  'image',
  'project',
  'pod',
  'engine',
  'label',
  'state',
  'command',
] as const;
export type Field = (typeof FIELDS)[number];

export interface Query {
  terms: readonly Term[];
  /** What was not understood; the rest of the query still counts. */
  problems: readonly { term: string; expected: string }[];
}

/** Namespaces have inodes from here on (PROC_DYNAMIC_FIRST of the kernel); a PID is never so high. */
const FIRST_INODE = 4_000_000_000;

/**
 * Reads what a person typed: words, numbers, `pid:[4026532183]`, `image:ubuntu`, `type:pid shared`.
 * Words in quotes are one: `"sleep 1d"`.
 */
export function parseQuery(text: string): Query {
  const terms: Term[] = [];
  const problems: { term: string; expected: string }[] = [];
  const types: NamespaceType[] = [];
  const sharings: Sharing[] = [];
  for (const [, quoted, plain] of text.matchAll(/"([^"]*)"?|(\S+)/g)) {
    if (quoted !== undefined) {
      if (quoted !== '') terms.push({ kind: 'word', text: quoted.toLowerCase() });
      continue;
    }
    const term = plain ?? '';
    const colon = term.indexOf(':');
    const [key, value] =
      colon < 0 ? ['', term] : [term.slice(0, colon).toLowerCase(), term.slice(colon + 1)];
    const sharing = sharingSchema.safeParse(term.toLowerCase());
    if (key === 'type') {
      const asked = value.split(',').filter((each) => each !== '');
      const known = NAMESPACE_TYPES.filter((type) => asked.includes(type));
      if (known.length < asked.length) {
        problems.push({ term, expected: `type:${NAMESPACE_TYPES.join(',')}` });
      }
      types.push(...known);
    } else if (sharing.success) {
      sharings.push(sharing.data);
    } else if (key !== '' && value !== '') {
      const found = keyed(key, value);
      if ('expected' in found) problems.push({ term, expected: found.expected });
      else terms.push(found);
    } else if (/^\d+$/.test(term)) {
      terms.push({ kind: 'number', value: Number(term) });
    } else if (colon < 0) {
      terms.push({ kind: 'word', text: term.toLowerCase() });
    }
    // `image:` with nothing after it is a term that is still being typed.
  }
  for (const sharing of sharings) terms.push({ kind: 'sharing', sharing, types });
  if (types.length > 0 && sharings.length === 0) {
    problems.push({ term: `type:${types.join(',')}`, expected: 'type:pid shared' });
  }
  return { terms, problems };
}

function keyed(key: string, value: string): Term | { expected: string } {
  const type = NAMESPACE_TYPES.find((each) => each === key);
  if (type !== undefined) {
    const inode = /^\[?(\d+)\]?$/.exec(value)?.[1];
    if (inode === undefined) return { expected: `${type}:[4026532183]` };
    if (type === 'pid' && Number(inode) < FIRST_INODE) return { kind: 'pid', value: Number(inode) };
    const id = `${type}:${inode}`;
    return isNamespaceId(id) ? { kind: 'namespace', id } : { expected: `${type}:[4026532183]` };
  }
  const field = FIELDS.find((each) => each === key);
  // A colon can stand in any word: `nginx:1.27`, `unix:///run/x`.
  if (field === undefined) return { kind: 'word', text: `${key}:${value}`.toLowerCase() };
  if (field === 'state' && !KNOWN_STATES.some((each) => each === value.toLowerCase())) {
    return { expected: `state:${KNOWN_STATES.join(', ')}` };
  }
  return { kind: 'field', field, text: value.toLowerCase() };
}
