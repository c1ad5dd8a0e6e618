import type { Process } from '../model/process';
import { meetsProcess } from './matching';
import type { Query, Term } from './query';

/** Does a sandbox meet every term of a query, each by its name or by one of its processes? */
export function meetsSandbox(
  { terms }: Query,
  { name, processes }: { name: string; processes: readonly Process[] },
): boolean {
  return terms.every(
    (term) => isInName(term, name) || processes.some((process) => meetsProcess(term, process)),
  );
}

function isInName(term: Term, name: string): boolean {
  const isName = term.kind === 'word' || (term.kind === 'field' && term.field === 'name');
  return isName && name.toLowerCase().includes(term.text);
}
