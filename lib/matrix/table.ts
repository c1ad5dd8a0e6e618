import type { Messages } from '../i18n/messages';
import { stateSaid } from '../i18n/state-said';
import { imageName } from '../layout/node-text';
import { inodeOf } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { matchesOf } from '../select/matches';
import { shownOf } from '../select/shown';
import { shownSandboxes } from '../select/shown-sandboxes';
import { withoutPauses } from '../select/pauses';
import { suitableGrouping } from '../select/suitable-view';
import { sharingGraph } from '../sharing/graph';
import { saidOfHost } from '../sharing/said';
import type { ViewState } from '../view-state/view-state';
import { matrixOf } from './matrix';
import type { MatrixCell, MatrixRow } from './row';
import { sandboxRows } from './sandbox-rows';
import { cellWord, groupHeading } from './words';

/** The Matrix as text: cells as they are said, not escaped for anything. */
export interface MatrixTable {
  heads: string[];
  rows: string[][];
}

/** A row, and the heading that it stands below. */
interface Listed extends MatrixRow {
  group: string;
}

/**
 * The rows that the Matrix shows, the host's first; of many that are stopped, and of many sandboxes, each.
 *
 * @param numbered with the inode of each namespace in a column of its own, for who compares with `ls -l /proc/PID/ns`
 */
export function matrixTable(
  all: Snapshot,
  viewState: ViewState,
  messages: Messages,
  numbered: boolean,
): MatrixTable {
  const shown = shownOf(all, viewState, matchesOf(all, viewState.query));
  const { snapshot, whole } = withoutPauses(shown, viewState);
  const grouping = viewState.grouping ?? suitableGrouping(whole);
  const graph = sharingGraph(snapshot, undefined, whole);
  const { groups, stopped } = matrixOf(whole, graph, { grouping, order: viewState.order });
  const listed: Listed[] = [
    ...groups.flatMap(({ title, rows }) =>
      rows.map((row) => ({ ...row, group: groupHeading(title, messages.matrix) })),
    ),
    ...stopped.map((row) => ({ ...row, group: '' })),
  ];
  const isAsked = viewState.sandboxes !== null;
  const sandboxes = shownSandboxes(whole, { ...viewState, sandboxes: isAsked ? 'all' : null });
  const types = NAMESPACE_TYPES.filter((type) => viewState.types.includes(type));
  const words = messages.matrix.columns;
  const isGrouped = grouping !== 'none';
  const isOfSeveral = listed.some(({ node }) => node.engine !== null);

  const line = (group: string, engine: string, about: string[], cells: readonly MatrixCell[]) => [
    ...(isGrouped ? [group] : []),
    ...(isOfSeveral ? [engine] : []),
    ...about,
    ...cells
      .filter(({ type }) => types.includes(type))
      .flatMap((cell) => [
        cellWord(cell, messages.matrix),
        ...(numbered ? [cell.namespace === null ? '' : inodeOf(cell.namespace)] : []),
      ]),
  ];
  const headsOf = (type: NamespaceType) => [type, ...(numbered ? [words.inode(type)] : [])];
  return {
    heads: [
      ...(isGrouped ? [words.group] : []),
      ...(isOfSeveral ? [words.engine] : []),
      ...[words.container, words.image, words.state, words.processes],
      ...types.flatMap(headsOf),
    ],
    rows: [
      line('', '', [messages.model.host, '', '', String(whole.processes.length)], hostCells(whole)),
      ...listed.map(({ node, name, processes, cells, group }) => {
        const { container } = node;
        const state = stateSaid(container, messages);
        const about = [
          name,
          imageName(container.image),
          state,
          String(processes ?? messages.matrix.unknown),
        ];
        return line(group, node.engine ?? '', about, cells);
      }),
      ...(sandboxes === null ? [] : sandboxRows(sandboxes, whole)).map(({ sandbox, cells }) => {
        const { name, named, processes } = sandbox;
        const about = [name, '', messages.sandboxes.kinds[named], String(processes.length)];
        return line(messages.sandboxes.heading, '', about, cells);
      }),
    ],
  };
}

function hostCells({ host }: Snapshot): MatrixCell[] {
  return NAMESPACE_TYPES.map((type) => {
    const sharing = saidOfHost(host, type);
    return { type, sharing, said: sharing, namespace: host.namespaces[type], letter: null };
  });
}
