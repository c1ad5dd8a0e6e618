import type { Container } from '../model/container';
import { type NamespaceId, containerKey } from '../model/ids';
import type { Namespace } from '../model/namespace';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { commandOf } from '../model/command';
import { byStart, runningFirst } from '../model/container-order';
import { cap, type Capped } from '../facts/seen';
import type { InsideHit } from './inside-hits';
import { matching } from '../query/matching';
import { meetsSandbox } from '../query/meets-sandbox';
import type { Query, Term } from '../query/query';
import { findSandboxes } from '../sandboxes/find';
import type { Sandbox } from '../sandboxes/sandbox';

/** The best of what was found, of each kind. */
export interface SearchResults {
  containers: Capped<Container>;
  sandboxes: Capped<Sandbox>;
  processes: Capped<Process>;
  namespaces: Capped<Namespace>;
  /** What namespaces isolate: addresses, ports, paths… */
  inside: Capped<InsideHit>;
  /**
   * What kinds to list first: an inode, typed whole, means the namespace rather than who is in it; an address,
   * a port or a path what is in one.
   */
  order: readonly Kind[];
}

export type Kind = 'containers' | 'sandboxes' | 'processes' | 'namespaces' | 'inside';

const USUAL: readonly Kind[] = ['containers', 'sandboxes', 'namespaces', 'inside', 'processes'];
const INODE: readonly Kind[] = ['namespaces', 'containers', 'sandboxes', 'inside', 'processes'];
const INSIDE: readonly Kind[] = ['inside', 'containers', 'sandboxes', 'namespaces', 'processes'];

/** Who types one of these means nothing else. */
const MEANT: readonly InsideHit['what'][] = ['address', 'port', 'mac', 'mount', 'hostPath'];

const NOTHING: SearchResults = {
  containers: { rows: [], more: 0 },
  sandboxes: { rows: [], more: 0 },
  processes: { rows: [], more: 0 },
  namespaces: { rows: [], more: 0 },
  inside: { rows: [], more: 0 },
  order: USUAL,
};

/**
 * What a search lists: what is meant most likely comes first.
 *
 * @param hits what was found in namespaces
 * @param atMost of each kind
 */
export function searchResults(
  snapshot: Snapshot,
  query: Query,
  hits: readonly InsideHit[],
  atMost: number,
): SearchResults {
  const inside = cap(hits, atMost);
  const isMeant = hits.some(({ what, nearness: near }) => near < 2 && MEANT.includes(what));
  if (query.terms.length === 0) return { ...NOTHING, inside };
  const found = matching(snapshot, query);
  const rank = (text: string) => nearness(text, query.terms);
  const containers = snapshot.containers
    .filter((container) => found.containers.has(containerKey(container)))
    .sort(
      (a, b) =>
        // Its very name is meant, whether it runs or not; else thousands that ended are not.
        Number(rank(a.name) > 0) - Number(rank(b.name) > 0) ||
        runningFirst(a, b) ||
        rank(a.name) - rank(b.name) ||
        byStart(a, b),
    );
  const sandboxes = findSandboxes(snapshot)
    .sandboxes.filter((sandbox) => meetsSandbox(query, sandbox))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.top.pid - b.top.pid);
  const processes = snapshot.processes
    .filter(({ pid }) => found.processes.has(pid))
    .sort((a, b) => rank(commandOf(a)) - rank(commandOf(b)) || a.pid - b.pid);
  const namespaces = snapshot.namespaces.filter(({ id }) => found.namespaces.has(id));
  return {
    containers: cap(containers, atMost),
    sandboxes: cap(sandboxes, atMost),
    processes: cap(processes, atMost),
    namespaces: cap(namespaces, atMost),
    inside,
    order: isMeant ? INSIDE : namespaces.some(({ id }) => isNamed(id, query.terms)) ? INODE : USUAL,
  };
}

function isNamed(id: NamespaceId, terms: readonly Term[]): boolean {
  return terms.some((term) => {
    if (term.kind === 'namespace') return term.id === id;
    return term.kind === 'number' && id.endsWith(`:${String(term.value)}`);
  });
}

/** 0: it is what was typed; 1: it begins with it; 2: it has it somewhere; 3: found by something else. */
function nearness(text: string, terms: readonly Term[]): number {
  const words = terms.flatMap((term) => {
    if (term.kind === 'word' || term.kind === 'field') return [term.text];
    return term.kind === 'number' ? [String(term.value)] : [];
  });
  const lower = text.toLowerCase();
  const ranks = words.map((word) => {
    if (lower === word) return 0;
    if (lower.startsWith(word)) return 1;
    return lower.includes(word) ? 2 : 3;
  });
  return ranks.length === 0 ? 0 : Math.max(...ranks);
}
