import { CST, Lexer } from 'yaml';

/** A lesson is ten deep. Parsers and schemas recurse, and so far each of them can. */
export const DEEPEST = 64;

/** Each level of a block is a column further in, or behind one more sign. */
const FAR_IN = new RegExp(`^[ ?:-]{${4 * DEEPEST},}`, 'm');

/** Does a YAML text nest deeper than can be parsed? Found without recursion, before anything recurses. */
export function isTextDeep(text: string): boolean {
  if (FAR_IN.test(text)) return true;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Is it deeper than that, or in itself, as `&name [*name]` is? */
export function isValueDeep(value: unknown, most = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((each) => isValueDeep(each, most - 1));
}
