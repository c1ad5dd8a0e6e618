import * as z from 'zod/mini';
import { formOf, formsOf, formText, isName, valuesIn } from '../forms';
import { ARGUMENTS } from '../predicate';
import { meant, shown, within, type Found } from './found';

const JOINED = ['all', 'any', 'not'];
const NAMES = [...Object.keys(ARGUMENTS), ...JOINED];

/** What is wrong about a predicate, or about any that it is joined of. */
export function predicateMistakes(value: unknown): Found[] {
  const entries = isMapping(value) ? Object.entries(value) : [];
  const [first, ...more] = entries;
  if (first === undefined || more.length > 0) {
    return [{ path: [], mistake: { code: 'not-one-predicate', given: shown(value) } }];
  }
  const [name, after] = first;
  if (name === 'not') return within([name], predicateMistakes(after));
  if (name === 'all' || name === 'any') return within([name], listMistakes(after));
  if (isName(name)) return within([name], argumentMistakes(name, after));
  const mistake = {
    code: 'unknown-predicate' as const,
    given: shown(name),
    ...{ meant: meant(name, NAMES), names: NAMES },
  };
  return [{ path: [name], mistake }];
}

function listMistakes(value: unknown): Found[] {
  if (!Array.isArray(value)) {
    return [{ path: [], mistake: { code: 'wrong-kind', given: shown(value), expected: 'list' } }];
  }
  if (value.length === 0) return [{ path: [], mistake: { code: 'too-few', given: 0, limit: 1 } }];
  return value.flatMap((each, nth) => within([nth], predicateMistakes(each)));
}

function argumentMistakes(predicate: keyof typeof ARGUMENTS, value: unknown): Found[] {
  const form = formOf(predicate, value);
  if (form === undefined) {
    const forms = formsOf(predicate).map(formText);
    return [{ path: [], mistake: { code: 'wrong-form', predicate, given: shown(value), forms } }];
  }
  const values = valuesIn(value);
  return form.parts.flatMap(({ expected, schema }, at): Found[] => {
    const given = values[at];
    if (z.safeParse(schema, given).success) return [];
    const nth = form.isList ? at + 1 : null;
    return [
      {
        path: form.isList ? [at] : [],
        mistake: { code: 'wrong-argument', predicate, nth, given: shown(given), expected },
      },
    ];
  });
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
