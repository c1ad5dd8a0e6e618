import type { AskedQuestion } from '../protocol/ask';
import { questionFromText } from '../questions/from-text';
import { QUESTIONS, type QuestionName } from '../questions/questions';

/** Every question has its name after it. */
const ASK = '/api/v1/ask/';

/** Questions that have paths of their own besides; what is in braces is a field of the question. */
const SHORT: Readonly<Record<string, QuestionName>> = {
  '/api/v1/inside/{namespace}': 'inside',
  '/api/v1/processes/{pid}': 'process',
  '/api/v1/containers/{container}/config': 'config',
  '/api/v1/containers/{container}/use': 'use',
  '/api/v1/containers/{container}/findings': 'findings',
  '/api/v1/findings': 'findings',
  '/api/v1/images': 'images',
  '/api/v1/images/{image}': 'image',
  '/api/v1/reach': 'reach',
};

/** All paths that answer a question; fields that are not in the path are in the query. */
export function questionPaths(): [path: string, name: QuestionName][] {
  const all = Object.keys(QUESTIONS) as QuestionName[];
  return [...Object.entries(SHORT), ...all.map((name) => [`${ASK}${name}`, name] as const)].map(
    ([path, name]) => [path, name],
  );
}

/** The fields that a path has in braces. */
export function fieldsIn(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field);
}

const PATTERNS = Object.entries(SHORT).map(([path, name]) => ({
  name,
  fields: fieldsIn(path),
  // The last one takes what is left: tags of images have slashes.
  pattern: new RegExp(`^${path.replace(/\{\w+\}$/, '(.*)').replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
}));

/**
 * What is asked at a path: whether it is a question as it should be is for who answers to say. Null: no
 * questions are asked there.
 */
export function questionAt(path: string, query: URLSearchParams): AskedQuestion | null {
  if (path.startsWith(ASK)) return questionFromText(path.slice(ASK.length), query);
  for (const { name, fields, pattern } of PATTERNS) {
    const parts = pattern.exec(path)?.slice(1);
    if (parts === undefined) continue;
    const inPath = fields.map((field, nth) => [field, decoded(parts[nth] ?? '')] as const);
    return questionFromText(name, [...inPath, ...query]);
  }
  return null;
}

/** A part of a path as text; as who asked wrote it, where it is no such text. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
