import type { Snapshot } from '../model/snapshot';
import { meetsSandbox } from '../query/meets-sandbox';
import { parseQuery } from '../query/query';
import { findSandboxes } from '../sandboxes/find';
import { foldSandboxes, type SandboxFold } from '../sandboxes/fold';
import { sandboxWith, type Sandbox } from '../sandboxes/sandbox';
import { spacesIn, type Space } from '../sandboxes/spaces';
import { FILTERS, type Filter } from '../view-state/filters';
import type { Selection } from '../view-state/selection';
import type { View, ViewState } from '../view-state/view-state';
import { selectedProcess } from './chosen';

/** The views that draw sandboxes. */
export const SANDBOX_VIEWS: readonly View[] = ['sharing', 'matrix'];

/** The sandboxes that views draw beside containers. */
export interface ShownSandboxes {
  sandboxes: readonly Sandbox[];
  /** Stands for those that are not drawn each, for they are many; null: they are few. */
  fold: SandboxFold | null;
  /** The key of the one that is selected. */
  chosen: string | null;
  spacesOf: (sandbox: Sandbox) => readonly Space[];
}

/**
 * What is drawn of sandboxes; null where a person has not asked for them.
 *
 * @param whole the snapshot without filters: what a sandbox is does not depend on what is shown
 */
export function shownSandboxes(
  whole: Snapshot,
  filters: Pick<ViewState, 'sandboxes' | 'hostProcesses' | 'query' | 'select'>,
): ShownSandboxes | null {
  if (filters.sandboxes === null) return null;
  const { sandboxes: all } = findSandboxes(whole);
  const met = all.filter((each) => hidersOfSandbox(filters, each).length === 0);
  const chosen = selectedSandbox(whole, all, filters.select)?.key ?? null;
  const { shown, fold } = foldSandboxes(met, filters.sandboxes === 'all', chosen);
  return { sandboxes: shown, fold, chosen, spacesOf: spacesIn(whole, all) };
}

/** Each filter that hides this sandbox where sandboxes are asked for, were it alone. */
export function hidersOfSandbox(
  { hostProcesses, query }: Pick<ViewState, 'hostProcesses' | 'query'>,
  sandbox: Sandbox,
): Filter[] {
  return FILTERS.filter((filter) => {
    // They are made of processes of no container.
    if (filter === 'hostProcesses') return !hostProcesses;
    return filter === 'query' && !meetsSandbox(parseQuery(query), sandbox);
  });
}

/** The sandbox that is selected; null: none is, or it is not there any more. */
export function selectedSandbox(
  snapshot: Snapshot,
  all: readonly Sandbox[],
  select: Selection | null,
): Sandbox | null {
  if (select?.kind !== 'sandbox') return null;
  const process = selectedProcess(snapshot, select);
  return process === null ? null : sandboxWith(all, process.pid);
}
