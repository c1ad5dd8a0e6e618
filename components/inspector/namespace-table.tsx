import { useId, useState, type ReactNode } from 'react';
import { inodeOf, kernelName, type NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { HowCommands, HowButton } from './how';
import { TypeDot } from './links';

/** One row: a type, the namespace of that type, something about it, the command that shows it. */
export interface NamespaceRow {
  type: NamespaceType;
  id: NamespaceId | null;
  remark: ReactNode;
  command: string | null;
  /** What the namespace isolates, in a line below; null: nothing of it is told. */
  short: ReactNode;
}

/** Eight namespaces; a row selects its namespace. */
export function NamespaceTable({ label, rows }: { label: string; rows: readonly NamespaceRow[] }) {
  const columns = useAllMessages().inspector.columns;
  const how = useAllMessages().summary.how;
  return (
    <table aria-label={label} className="w-full border-collapse text-[0.8125rem]">
      <thead className="sr-only">
        <tr>
          <th scope="col">{columns.type}</th>
          <th scope="col">{columns.inode}</th>
          <th scope="col">{columns.sharing}</th>
          <th scope="col">{how}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.type} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row: { type, id, remark, command, short } }: { row: NamespaceRow }) {
  const select = useNsview((store) => store.select);
  const [open, setOpen] = useState(false);
  const opened = useId();
  return (
    <>
      <tr
        className="relative border-t border-line align-baseline first:border-t-0 hover:bg-raised"
        data-fact={type}
      >
        <th scope="row" className="py-1.5 pr-2 text-left font-mono font-normal whitespace-nowrap">
          <span className="mr-2 inline-flex">
            <TypeDot type={type} />
          </span>
          {type}
        </th>
        <td className="py-1.5 pr-2 font-mono whitespace-nowrap">
          {id === null ? (
            <span className="text-dim">–</span>
          ) : (
            // Stretched over the row, under the links and buttons of its other cells.
            <button
              type="button"
              title={kernelName(id)}
              className="cursor-pointer rounded after:absolute after:inset-0"
              onClick={() => select({ kind: 'namespace', id })}
            >
              {inodeOf(id)}
            </button>
          )}
        </td>
        <td className="py-1.5 pr-1 [overflow-wrap:anywhere]">{remark}</td>
        <td className="w-0 py-1 text-right">
          {command !== null && (
            <HowButton
              fact={id === null ? type : kernelName(id)}
              open={open}
              controls={opened}
              onToggle={() => setOpen(!open)}
            />
          )}
        </td>
      </tr>
      {short !== null && (
        <tr data-see={type}>
          <td colSpan={4} className="pb-1.5 pl-4 text-xs [overflow-wrap:anywhere] empty:p-0">
            {short}
          </td>
        </tr>
      )}
      {command !== null && (
        <tr id={opened} hidden={!open}>
          <td colSpan={4}>{open && <HowCommands commands={[command]} />}</td>
        </tr>
      )}
    </>
  );
}
