import type { ReactNode } from 'react';
import type { Capped, ProcessFact } from '@lib/facts/seen';
import type { UserNames } from '@lib/inside/user-names';
import { shownUid } from '@lib/select/user-numbers';
import { type ContainerKey, type NamespaceId, containerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { ContainerLink, ProcessLink } from './links';
import { useUserNames } from './use-user-names';
import { tintOf } from '@lib/select/container-colour';

interface ProcessTableProps {
  label: string;
  snapshot: Snapshot;
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
  const { snapshot, processes, colours, insideHeading } = props;
  const messages = useAllMessages();
  const { columns, moreRows } = messages.inspector;
  const names = useUserNames(snapshot, processes.rows);
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
          {processes.rows.map((row) => {
            const { process, pidInside, from, command } = row;
            return (
              <tr
                key={process.pid}
                data-own={from !== null && containerKey(from) === props.own}
                data-lit={process.pid === lit}
                onPointerEnter={() => hoverProcess(process.pid)}
                onPointerLeave={() => hoverProcess(null)}
                className="border-b border-line align-baseline data-[own=true]:bg-selected data-[lit=true]:bg-pid/25 [&>td]:py-1.5 [&>td]:pr-2 [&>td]:pl-1.5"
              >
                {insideHeading !== null && <td>{pidInside ?? '–'}</td>}
                <td>
                  <ProcessLink pid={process.pid} />
                </td>
                <UidCell of={row} names={names} />
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
            );
          })}
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

/**
 * As whom a process runs: the number in its own user namespace, and the one on the host where that is another;
 * with the names that are known of them.
 */
function UidCell({ of, names }: { of: ProcessFact; names: UserNames }) {
  const { users } = useAllMessages().inspector;
  const { uidInside: there, from, process } = of;
  const { uid: onHost } = process;
  const inside = shownUid(there);
  if (inside === null || onHost === null) {
    return (
      <td className="text-warn" title={users.unknown(there.is === 'unknown' ? there.why : null)}>
        ?{onHost !== null && <span className="block text-dim">{users.onHost(onHost)}</span>}
      </td>
    );
  }
  const { user } = process.namespaces;
  const nameOnHost = names.onHost(onHost) ?? null;
  // What runs on the host itself goes by the host's names; in a container that shares its users it need not.
  const name = from === null && inside === onHost ? nameOnHost : insideName(user, there, names);
  const isSaid = inside !== onHost || (nameOnHost !== null && name === null);
  const title =
    there.is === 'unmapped' ? users.unmapped(inside, onHost) : users.both(inside, onHost);
  return (
    <td title={title} data-uid={inside} data-host-uid={onHost}>
      {inside}
      {name !== null && <Name of={name} />}
      {isSaid && (
        <span className="block text-dim">
          {users.onHost(onHost)}
          {nameOnHost !== null && <Name of={nameOnHost} />}
        </span>
      )}
    </td>
  );
}

function insideName(
  user: NamespaceId | null,
  there: ProcessFact['uidInside'],
  names: UserNames,
): string | null {
  if (user === null || there.is !== 'known') return null;
  return names.inside(user, there.id) ?? null;
}

/** Whoever made the file chose it. */
function Name({ of }: { of: string }) {
  return (
    <bdi title={of} className="ml-1 inline-block max-w-24 truncate align-bottom text-dim" data-user>
      {of}
    </bdi>
  );
}
