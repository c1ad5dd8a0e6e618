import type { Messages } from '@lib/i18n/messages';
import { kernelName, containerKey, namespaceTypeOf } from '@lib/model/ids';
import type { Kind, SearchResults } from '@lib/search/results';
import { commandOf } from '@lib/model/command';
import { withoutHiders, type Shown } from '@lib/select/shown';
import { hidersOfSandbox, shownSandboxes } from '@lib/select/shown-sandboxes';
import { engineSaid, nameTold, refOf } from '@lib/model/container-ref';
import { HOST } from '@lib/model/host-word';
import type { ViewState } from '@lib/view-state/view-state';
import { containersByKey, containerOf } from '@lib/model/containers-by-key';

/** One line of what was found, and where choosing it leads. */
export interface Entry {
  key: string;
  kind: Kind;
  /** What it is called. */
  name: string;
  /** A process: its PID on the host and the name of its container. */
  at: { pid: number; container: string | null } | null;
  /** A container: its image, and its engine where there are several. What is in a namespace: what it is. */
  detail: string | null;
  /** Filters hide it: choosing it brings it back. */
  hidden: boolean;
  goTo: Partial<ViewState>;
  /** The process to be lit. */
  process: number | null;
}

/**
 * The lines of a result list, in the order in which they are shown.
 *
 * @param shown under the filters of now
 * @param results of all that there is
 */
export function entriesOf(
  { whole: snapshot, hidersOf, hidersOfProcess }: Shown,
  results: SearchResults,
  now: ViewState,
  messages: Pick<Messages, 'search' | 'model' | 'sandboxes'>,
): Entry[] {
  const byKey = containersByKey(snapshot.containers);
  const containers = results.containers.rows.map((container): Entry => {
    const select = { kind: 'container', ref: refOf(snapshot, container) } as const;
    const hiders = hidersOf(container);
    return {
      key: `container-${containerKey(container)}`,
      kind: 'containers',
      name: nameTold(snapshot, container),
      at: null,
      detail: [container.image, engineSaid(snapshot, container)].filter(Boolean).join(' · '),
      hidden: hiders.length > 0,
      // What is selected already is shown in full.
      goTo: {
        select,
        open: now.open || isSelected(now, select.ref),
        ...withoutHiders(now, hiders, container),
      },
      process: null,
    };
  });
  const drawn = new Set(shownSandboxes(snapshot, now)?.sandboxes.map(({ key }) => key));
  const sandboxes = results.sandboxes.rows.map((sandbox): Entry => {
    const { key, name, named, top } = sandbox;
    return {
      ...{ key, kind: 'sandboxes', name, at: null },
      detail: `${messages.sandboxes.kinds[named]} · ${messages.sandboxes.pid(top.pid)}`,
      hidden: !drawn.has(key),
      goTo: {
        select: { kind: 'sandbox', pid: top.pid },
        sandboxes: now.sandboxes ?? 'folded',
        ...withoutHiders(now, hidersOfSandbox(now, sandbox), null),
      },
      process: null,
    };
  });
  const processes = results.processes.rows.map((process): Entry => {
    const container = containerOf(process, byKey);
    const ref = container === null ? HOST : refOf(snapshot, container);
    const hiders = hidersOfProcess(process);
    return {
      key: `process-${process.pid}`,
      kind: 'processes',
      name: commandOf(process),
      at: {
        pid: process.pid,
        container: container === null ? null : nameTold(snapshot, container),
      },
      detail: null,
      hidden: hiders.length > 0,
      goTo: {
        ...withoutHiders(now, hiders, container ?? null),
        // What is typed into the list hides it perhaps, too.
        processes: { ...now.processes, match: '' },
        view: 'processes',
        vantages: ref === HOST ? [HOST] : [HOST, ref],
        select: { kind: 'container', ref },
      },
      process: process.pid,
    };
  });
  const namespaces = results.namespaces.rows.map(({ id }): Entry => {
    return {
      key: `namespace-${id}`,
      kind: 'namespaces',
      name: kernelName(id),
      at: null,
      detail: null,
      hidden: false,
      goTo: { select: { kind: 'namespace', id } },
      process: null,
    };
  });
  const inside = results.inside.rows.map((hit, nth): Entry => {
    const { namespace, what, text, device } = hit;
    const type = namespaceTypeOf(namespace);
    const members = snapshot.containers.filter((each) => each.namespaces[type] === namespace);
    const isHosts = snapshot.host.namespaces[type] === namespace;
    return {
      key: `inside-${nth}`,
      kind: 'inside',
      name: text,
      at: null,
      detail: messages.search.insideDetail(
        messages.search.what[what],
        device,
        isHosts ? messages.model.host : members.map((each) => nameTold(snapshot, each)),
        kernelName(namespace),
      ),
      hidden: false,
      goTo: { view: 'lens', lens: type, select: { kind: 'namespace', id: namespace } },
      process: null,
    };
  });
  const lines = { containers, sandboxes, processes, namespaces, inside };
  return results.order.flatMap((kind) => lines[kind]);
}

function isSelected({ select }: ViewState, ref: string): boolean {
  return select?.kind === 'container' && select.ref === ref;
}
