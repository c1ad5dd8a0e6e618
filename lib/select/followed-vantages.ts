import { HOST } from '../model/host-word';
import { containerOf, containersByKey } from '../model/containers-by-key';
import type { Container } from '../model/container';
import type { Snapshot } from '../model/snapshot';
import type { Selection } from '../view-state/selection';
import type { ViewState } from '../view-state/view-state';
import { findContainer, refOf } from '../model/container-ref';
import { selectedProcess } from './chosen';
import { chosenVantages } from './vantage';

/**
 * Where the Processes view looks from: the vantages asked for; if none, the host and what is selected,
 * beside a single container one that sees the same, for it shares its PID namespace; if no container
 * is, as `chosenVantages` has it.
 *
 * @param before what was shown when nobody had asked: a namespace or process that is selected changes nothing of it
 */
export function followedVantages(
  snapshot: Snapshot,
  { vantages, select }: Pick<ViewState, 'vantages' | 'select'>,
  before: readonly string[] = [],
): readonly string[] {
  if (vantages.length > 0) return chosenVantages(snapshot, vantages);
  const isPart = (select !== null && 'pid' in select) || select?.kind === 'namespace';
  if (isPart && before.length > 0) return before;
  const selected = selectedIn(snapshot, select);
  if (selected.length === 0) return chosenVantages(snapshot, [], before);
  const [only, other] = selected;
  const shown =
    other === undefined && only !== undefined ? [only, ...partnerOf(snapshot, only)] : selected;
  return [HOST, ...shown.map((container) => refOf(snapshot, container))];
}

function selectedIn(snapshot: Snapshot, select: Selection | null): Container[] {
  if (select === null || select.kind === 'namespace' || select.kind === 'sandbox') return [];
  if (select.kind === 'process') {
    const process = selectedProcess(snapshot, select);
    const container =
      process === null ? null : containerOf(process, containersByKey(snapshot.containers));
    return container === null ? [] : [container];
  }
  const refs = select.kind === 'pair' ? select.refs : [select.ref];
  const found = refs.flatMap((ref) => (ref === HOST ? [] : (findContainer(snapshot, ref) ?? [])));
  return [...new Set(found)];
}

/** The one of those in its PID namespace that has run longest. */
function partnerOf(snapshot: Snapshot, container: Container): Container[] {
  if (container.sharing.pid !== 'shared') return [];
  return snapshot.containers
    .filter(
      (each) =>
        each !== container && each.pid > 0 && each.namespaces.pid === container.namespaces.pid,
    )
    .toSorted((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? '', 'en'))
    .slice(0, 1);
}
