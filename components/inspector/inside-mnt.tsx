import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { useAllMessages } from '@components/store/messages';
import { mountFacts, type MountRow } from '@lib/facts/mounts';
import type { Inside } from '@lib/inside/inside';
import type { MountInside } from '@lib/inside/mnt';
import type { Snapshot } from '@lib/model/snapshot';
import { HowButton, HowCommands } from './how';
import { Known, Unknown } from './known';

type MntOf = Extract<Inside, { type: 'mnt' }>;

/** What a mount namespace isolates: a table, for six things are told of each mount. */
export function MntFacts(props: { of: MntOf; snapshot: Snapshot; command: string | null }) {
  const { of, snapshot, command } = props;
  const { unreadable, root } = of;
  const words = useAllMessages().inside;
  const [open, setOpen] = useState(false);
  const id = useId();
  const why = unreadable['mounts.hostPath'];
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between">
        <dt className="text-dim">{words.mounts}</dt>
        {command !== null && (
          <HowButton
            fact={words.mounts}
            open={open}
            controls={id}
            onToggle={() => setOpen(!open)}
          />
        )}
      </div>
      <dd id={id} hidden={!open}>
        {open && command !== null && <HowCommands commands={[command]} />}
      </dd>
      <dd>
        {root !== null && root !== '/' && <p className="text-warn">{words.partOnly(root)}</p>}
        <Known field="mounts" value={of.mounts} unreadable={unreadable}>
          {(mounts) => <Mounts of={mounts} snapshot={snapshot} />}
        </Known>
        {why !== undefined && <Unknown field="mounts.hostPath">{words.noHostPaths(why)}</Unknown>}
      </dd>
    </div>
  );
}

function Mounts({ of, snapshot }: { of: readonly MountInside[]; snapshot: Snapshot }) {
  const words = useAllMessages().inside;
  const { rows, masked, readonly, dangerous } = mountFacts(of, snapshot);
  const { path, options } = words.mountColumns;
  return (
    <>
      {dangerous.length > 0 && (
        <ul className="mb-1.5 flex flex-col gap-1 text-bad">
          {dangerous.map(({ mount, danger, from: at, writable }) => (
            <li key={mount.id} className="flex gap-1.5">
              <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              <span className="[overflow-wrap:anywhere]">
                {danger !== null && words.danger(danger, at, writable)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <table aria-label={words.mounts} className="w-full table-fixed border-collapse text-left">
        <thead className="text-xs text-dim">
          <tr className="border-b border-line [&>th]:py-1 [&>th]:pr-2 [&>th]:font-normal">
            <th scope="col">{path}</th>
            <th scope="col" className="w-24">
              {options}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row) => (
            <Row key={row.mount.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.more > 0 && <p className="text-dim">{words.moreMounts(rows.more)}</p>}
      <Folded sentence={words.maskedPaths(masked.length)} of={masked} />
      <Folded sentence={words.readonlyPaths(readonly.length)} of={readonly} />
    </>
  );
}

function Row({ row: { mount, writable, danger, from } }: { row: MountRow }) {
  const words = useAllMessages().inside;
  const { target, kind, fs, source, hostPath, hidden, deleted, layers, propagation } = mount;
  const notes = [
    words.mountKinds[kind],
    fs,
    layers === null ? null : words.layersBelow(layers),
    deleted ? words.removed : null,
    hidden ? words.hiddenMount : null,
  ];
  // What is mounted as usual need not be told of each.
  const others = mount.options.filter((option) => !['rw', 'ro', 'relatime'].includes(option));
  return (
    <tr
      data-mount={target}
      data-kind={kind}
      data-hidden={hidden || undefined}
      data-danger={danger ?? undefined}
      className="border-b border-line align-baseline [&>td]:py-1 [&>td]:pr-2 [&>td]:[overflow-wrap:anywhere]"
    >
      <td>
        {hidden ? (
          <s className="font-mono">{target}</s>
        ) : (
          <span className="font-mono">{target}</span>
        )}
        <span className="block text-xs text-dim">
          {notes.filter((note) => note !== null).join(' · ')}
        </span>
        {from !== fs && (
          <span className="line-clamp-2 pl-3" title={words.mountedFrom(hostPath, source)}>
            {words.from} <span className="font-mono">{from}</span>
          </span>
        )}
      </td>
      <td>
        <span className="font-mono">{writable ? 'rw' : 'ro'}</span>{' '}
        <span className="text-xs text-dim">{[...others, propagation].join(' ')}</span>
      </td>
    </tr>
  );
}

/** Paths that are in every container alike. */
function Folded({ sentence, of }: { sentence: string; of: readonly MountInside[] }) {
  if (of.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer py-1 text-dim">{sentence}</summary>
      <ul className="font-mono [overflow-wrap:anywhere]">
        {of.map(({ id, target, kind }) => (
          <li key={id} data-mount={target} data-kind={kind}>
            {target}
          </li>
        ))}
      </ul>
    </details>
  );
}
