import type { ReactNode } from 'react';
import type { Capped, ProcessFact } from '@lib/facts/seen';
import { shownUid, type NumberThere } from '@lib/select/user-numbers';
import { type ContainerKey, containerKey } from '@lib/model/ids';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { ContainerLink } from './links';
import { tintOf } from '@lib/select/container-colour';

interface ProcessTableProps {
  label: string;
  processes: Capped<ProcessFact>;
  colours: ReadonlyMap<ContainerKey, string>;
  /** Heading of the column of PIDs inside; null: no such column. */
  insideHeading: string | null;
  /** Rows of this container's own processes stand out. */
  own: ContainerKey | null;
  /** What is shown behind "… and 12 more". */
  elsewhere?: ReactNode;
}

/** Processes with the PID inside, the PID and the uid on the host and inside, and whose they are. */
export function ProcessTable(props: ProcessTableProps) {
  const { processes, colours, insideHeading } = props;
  const messages = useAllMessages();
  const { columns, moreRows } = messages.inspector;
  const lit = useNsview((store) => store.hoveredPid);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  return (
    <>
      <table aria-label={props.label} className="w-full border-collapse text-[0.8125rem]">
        <thead>
          <tr className="border-b border-line text-left align-bottom text-xs text-dim [&>th]:py-1.5 [&>th]:pr-2 [&>th]:pl-1.5 [&>th]:font-normal">
            {insideHeading !== null && (
              <th scope="col" className="max-w-20 [overflow-wrap:anywhere]">
                {insideHeading}
              </th>
            )}
            <th scope="col">{columns.pidOnHost}</th>
            <th scope="col">{columns.uid}</th>
            <th scope="col">{columns.from}</th>
            <th scope="col">{columns.command}</th>
          </tr>
        </thead>
        <tbody className="font-mono">
          {processes.rows.map(({ process, pidInside, uidInside, from, command }) => (
            <tr
              key={process.pid}
              data-own={from !== null && containerKey(from) === props.own}
              data-lit={process.pid === lit}
              onPointerEnter={() => hoverProcess(process.pid)}
              onPointerLeave={() => hoverProcess(null)}
              className="border-b border-line align-baseline data-[own=true]:bg-selected data-[lit=true]:bg-pid/25 [&>td]:py-1.5 [&>td]:pr-2 [&>td]:pl-1.5"
            >
              {insideHeading !== null && <td>{pidInside ?? '–'}</td>}
              <td>{process.pid}</td>
              <UidCell there={uidInside} onHost={process.uid} />
              <td className="max-w-20">
                {from === null ? (
                  <span className="whitespace-nowrap text-dim">{messages.model.host}</span>
                ) : (
                  <ContainerLink container={from} colour={tintOf(colours, from) ?? 'inherit'} />
                )}
              </td>
              <td className="[overflow-wrap:anywhere]">
                <span className="line-clamp-3" title={command}>
                  {command}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {processes.more > 0 && (
        <p className="text-sm text-dim">
          {moreRows(processes.more)}
          {props.elsewhere}
        </p>
      )}
    </>
  );
}

/** As whom a process runs: the number in its own user namespace, and the one on the host where that is another. */
function UidCell({ there, onHost }: { there: NumberThere; onHost: number | null }) {
  const { users } = useAllMessages().inspector;
  const inside = shownUid(there);
  if (inside === null || onHost === null) {
    return (
      <td className="text-warn" title={users.unknown(there.is === 'unknown' ? there.why : null)}>
        ?{onHost !== null && <span className="block text-dim">{users.onHost(onHost)}</span>}
      </td>
    );
  }
  const title =
    there.is === 'unmapped' ? users.unmapped(inside, onHost) : users.both(inside, onHost);
  return (
    <td title={title} data-uid={inside} data-host-uid={onHost}>
      {inside}
      {inside !== onHost && <span className="block text-dim">{users.onHost(onHost)}</span>}
    </td>
  );
}
