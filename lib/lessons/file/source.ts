import {
  isCollection,
  isMap,
  isNode,
  isPair,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import type { LessonMistake } from '../../i18n/lesson-mistake';
import { DEEPEST, isTextDeep, isValueDeep } from './nesting';

/** Where something stands in a file: keys of mappings, places in lists. */
export type Path = readonly (string | number)[];

/** A YAML file as values, and where they stand. */
interface Source {
  value: unknown;
  /** The line, from 1, of a field; of what is not there, that of what it should be in. */
  lineOf: (path: Path) => number;
}

/** A mistake by which the rest of a file cannot be read. */
interface Unreadable {
  line: number;
  mistake: LessonMistake;
}

/** Bytes; a lesson of forty steps in four languages has a quarter of that. */
export const MOST_BYTES = 256 * 1024;
/** What stands for bytes that are no text. */
const UNDECODED = '\ufffd';
/** How often all that has a name in the file (`&name`) may be used again (`*name`). */
const MOST_ALIASES = 100;

/** Reads one document of YAML 1.2. */
export function readSource(text: string): Source | { unreadable: Unreadable[] } {
  const { length } = new TextEncoder().encode(text);
  if (length > MOST_BYTES) return whole({ code: 'too-large', most: MOST_BYTES });
  const undecoded = text.split('\n').findIndex((line) => line.includes(UNDECODED));
  if (undecoded >= 0) {
    return { unreadable: [{ line: undecoded + 1, mistake: { code: 'not-utf8' } }] };
  }
  if (isTextDeep(text)) return whole({ code: 'too-deep', most: DEEPEST });

  const lines = new LineCounter();
  const options = { prettyErrors: false, resolveKnownTags: false, logLevel: 'error' } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const unreadable: Unreadable[] = [
    ...[...document.errors, ...document.warnings].map((error) => ({
      line: lineAt(error.pos[0]),
      mistake: mistakeOf(error),
    })),
    ...aliasesOfNothing(document).map(({ offset, given }) => ({
      line: lineAt(offset),
      mistake: { code: 'unknown-alias' as const, given },
    })),
  ];
  if (unreadable.length > 0) return { unreadable: withoutWhatFollows(unreadable) };

  const value = valueOf(document);
  if (value === TOO_MANY) return whole({ code: 'too-many-aliases', most: MOST_ALIASES });
  if (isValueDeep(value)) return whole({ code: 'too-deep', most: DEEPEST });
  return { value, lineOf: (path) => lineAt(offsetOf(document, path)) };
}

function whole(mistake: LessonMistake): { unreadable: Unreadable[] } {
  return { unreadable: [{ line: 1, mistake }] };
}

function mistakeOf({ code, message }: YAMLError): LessonMistake {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { code: 'field-twice' };
    case 'MULTIPLE_DOCS':
      return { code: 'documents' };
    case 'TAG_RESOLVE_FAILED':
      return { code: 'tag' };
    default:
      return { code: 'not-yaml', reason: message };
  }
}

/** Where a text stops being YAML, what comes after it is likely to be taken for something else. */
function withoutWhatFollows(all: readonly Unreadable[]): Unreadable[] {
  const first = all.find(({ mistake }) => mistake.code === 'not-yaml');
  return all.filter((each) => each === first || each.mistake.code !== 'not-yaml');
}

function aliasesOfNothing(document: Document): { offset: number; given: string }[] {
  const found: { offset: number; given: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      found.push({ offset: alias.range?.[0] ?? 0, given: alias.source });
    },
  });
  return found;
}

const TOO_MANY = Symbol('too many aliases');

function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // All that is left to be thrown: that each alias is one of something was seen before.
    if (error instanceof ReferenceError) return TOO_MANY;
    throw error;
  }
}

/** Where a key stands, or an item of a list; of what is not there, what it should be in. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    const item: unknown = isMap(node)
      ? node.items.find(({ key }) => isNode(key) && String(key) === String(step))
      : node.items[Number(step)];
    if (item === undefined) break;
    offset = startOf(isPair(item) ? item.key : item) ?? offset;
    node = isPair(item) ? item.value : item;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
