import type { CommandMessages } from '../i18n/command-messages';
import type { SaidSharing } from '../sharing/said';
import { userOf } from '../select/user';
import type { NamespaceRow } from './namespace-row';
import { formatTable, type Column } from './table';

/** Containers named in a line that has to fit a terminal; of the others, the number. */
const NAMES_AT_MOST = 3;

/** What a part of the table means, for those who colour it. */
export type Tone = 'title' | SaidSharing;

/**
 * The table that `nsview ls` prints.
 *
 * @param width columns of the terminal to fit; null: everything in full
 * @param paint colours titles, and the sharing of a namespace
 */
export function namespaceTable(
  rows: readonly NamespaceRow[],
  { cli, model, processes }: CommandMessages,
  { width, paint }: { width: number | null; paint: (text: string, tone: Tone) => string },
): string {
  const { ns, type, nprocs, pid, containers, sharing } = cli.columns;
  const columns: Column[] = [
    { title: ns, align: 'right' },
    { title: type, align: 'left' },
    { title: nprocs, align: 'right' },
    { title: pid, align: 'right' },
    { title: processes.columns.user, align: 'left' },
    { title: containers, align: 'left' },
    { title: sharing, align: 'left' },
    { title: processes.columns.command, align: 'left' },
  ];
  const cells = rows.map((row) => [
    String(row.ns),
    row.type,
    String(row.nprocs),
    row.pid === null ? '' : String(row.pid),
    row.pid === null ? '' : userOf(row.uid, processes),
    named(row.containers, width === null ? Infinity : NAMES_AT_MOST),
    row.sharing === null ? '' : model.sharing[row.sharing],
    row.command ?? '',
  ]);
  const sharingAt = columns.findIndex(({ title }) => title === sharing);
  return formatTable(columns, cells, {
    width,
    paint: (text, column, row) => {
      if (row === null) return paint(text, 'title');
      const tone = column === sharingAt ? (rows[row]?.sharing ?? null) : null;
      return tone === null ? text : paint(text, tone);
    },
  });
}

function named(containers: readonly string[], atMost: number): string {
  const more = containers.length - atMost;
  return more > 0 ? `${containers.slice(0, atMost).join(',')},+${more}` : containers.join(',');
}
