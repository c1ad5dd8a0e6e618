import { isStopped } from '@lib/model/is-stopped';
import { ArrowLeft } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import { Marks } from '@components/canvas/marks';
import { useNow } from '@components/inspector/use-now';
import { useAllMessages } from '@components/store/messages';
import { useNsview, useView } from '@components/store/store';
import { useIsProjectedLesson } from '@components/store/projected-lesson';
import type { Flag } from '@lib/config/config';
import type { ContainerFacts } from '@lib/facts/container';
import type { StartedAs } from '@lib/facts/started-as';
import { stateNoted } from '@lib/i18n/state-said';
import { shellLine } from '@lib/shell/shell-line';
import { elapsed } from '@lib/i18n/elapsed';
import { CONTAINER_RING, STOPPED_RING } from '@lib/layout/ring';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { ringMarks } from '@lib/scene/ring';
import { Hatching } from '../sharing/hatching';
import { shortIds } from './short-ids';
import ringStyles from '../sharing/sharing.module.css';

/** Which container it is: its ring as Sharing has it, what runs since when, how it was started. */
export function FullHeader({ facts, started }: { facts: ContainerFacts; started: StartedAs }) {
  const all = useAllMessages();
  const { inFull, inspector } = all;
  const now = useNow(facts.container.startedAt);
  const { container, named, command, engine, leader, stale } = facts;
  const since = container.startedAt === null ? null : elapsed(container.startedAt, now);
  const runs = !isStopped(container);
  const isSaid = (part: string | null): part is string => part !== null && part !== '';
  const made = [container.image, command].filter(isSaid);
  const stands = [
    stateNoted(container, all),
    runs && since !== null ? inspector.elapsed(since) : null,
    leader.process === null ? null : inFull.onHost(leader.process.pid),
    engine,
  ].filter(isSaid);
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Ring facts={facts} />
      <FullTitle name={named}>
        <p
          className="line-clamp-2 font-mono text-[0.9rem] text-dim [overflow-wrap:anywhere]"
          title={[...made, ...stands].join(' · ')}
        >
          {made.join(' · ')}
          {stands.map((part, nth) => (
            <Fragment key={part}>
              {made.length + nth > 0 && ' · '}
              {/* Short, and whole in one line. */}
              <span className="inline-block font-sans">{part}</span>
            </Fragment>
          ))}
        </p>
        {stale && <p className="text-warn">{inspector.stale}</p>}
      </FullTitle>
      <div className="ml-auto flex max-w-[64%] flex-col items-end gap-1">
        <Flags flags={started.flags} />
        <UnknownFlags of={started.unknown} />
      </div>
    </header>
  );
}

/** What `docker run` was told: what of it is about use, sight or rights stands out; more than a few, and long ones in full, are shown on demand. */
function Flags({ flags: all }: { flags: readonly Flag[] }) {
  const { inFull } = useAllMessages();
  const [open, setOpen] = useState(false);
  // A class is told of limits beside what came of them, below.
  const isTaught = useIsProjectedLesson();
  const flags = isTaught ? all.filter(({ about }) => about !== 'use') : all;
  if (flags.length === 0) return null;
  const shown = open ? flags : flags.slice(0, FLAGS);
  const more = flags.length - FLAGS;
  const isCut = flags.some((flag) => shortIds(flagText(flag)).length > LONGEST);
  return (
    <ul
      aria-label={inFull.configuredAs}
      className="flex flex-wrap items-center justify-end gap-1.5"
    >
      <li aria-hidden className="text-sm text-dim">
        {inFull.configuredAs}
      </li>
      {shown.map((flag) => (
        <li
          key={flagText(flag)}
          data-flag={flagText(flag)}
          title={flagText(flag)}
          className={`${open ? '[overflow-wrap:anywhere]' : 'max-w-80 truncate'} rounded-md border border-line bg-raised px-2 py-0.5 font-mono text-[0.857rem] ${LOOKS[flag.about]}`}
        >
          {shortIds(flagText(flag))}
        </li>
      ))}
      {(more > 0 || isCut) && (
        <li>
          <button
            type="button"
            aria-expanded={open}
            className="cursor-pointer rounded text-sm text-focus hover:underline"
            onClick={() => setOpen(!open)}
          >
            {open ? inFull.fewer : more > 0 ? inFull.more(more) : inFull.inFull}
          </button>
        </li>
      )}
    </ul>
  );
}

/** What is missing among the flags, and why: else those shown would seem to be all. */
function UnknownFlags({ of }: { of: StartedAs['unknown'] }) {
  const { imageLayers, inFull } = useAllMessages();
  if (of === null) return null;
  if (of.why === 'asked') return <p className="text-sm text-dim">{imageLayers.asked}</p>;
  const words = inFull.flagsUnknown;
  const lines =
    of.why === 'refused'
      ? [words.refused(of.code)]
      : of.fields.map(({ flag, why }) =>
          flag === 'flags' ? words.all(why) : words.flag(flag, why),
        );
  return lines.map((line) => (
    <p key={line} className="text-right text-sm text-warn" data-unreadable="config">
      <span aria-hidden>? </span>
      {line}
    </p>
  ));
}

/** So many have room, and so many letters of each. */
const FLAGS = 8;
const LONGEST = 34;

const LOOKS: Readonly<Record<Flag['about'], string>> = {
  use: 'text-[color:var(--type-cgroup-text)]',
  see: 'text-[color:var(--type-net-text)]',
  rights: 'text-warn',
  other: 'text-dim',
};

function flagText({ flag, value }: Flag): string {
  return value === null ? flag : `${flag} ${shellLine([value])}`;
}

/** Its name, and above it the way back. */
export function FullTitle({ name, children }: { name: string; children?: ReactNode }) {
  const { shell } = useAllMessages();
  const view = useView();
  const show = useNsview((store) => store.show);
  return (
    <div className="min-w-0 flex-1 basis-96">
      <button
        type="button"
        className="flex cursor-pointer items-center gap-1.5 rounded text-sm text-focus hover:underline"
        onClick={() => show({ open: false })}
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        {shell.views[view]}
      </button>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 tabIndex={-1} className="text-2xl font-bold [overflow-wrap:anywhere]">
          {name}
        </h2>
        {children}
      </div>
    </div>
  );
}

/** The eight arcs, for who looks: the rows below say all of it. */
function Ring({ facts: { container, stale } }: { facts: ContainerFacts }) {
  const shape = isStopped(container) ? STOPPED_RING : CONTAINER_RING;
  const marks = ringMarks({
    shape,
    types: NAMESPACE_TYPES,
    sharingOf: (type) => container.sharing[type],
    namespaceOf: () => null,
    letters: null,
    stale,
    ofHost: false,
    selected: false,
  });
  const room = shape.outer + 1;
  return (
    <svg
      aria-hidden
      viewBox={`${-room} ${-room} ${2 * room} ${2 * room}`}
      className="size-14 shrink-0"
    >
      <Hatching />
      <Marks of={marks} styles={ringStyles} />
    </svg>
  );
}
