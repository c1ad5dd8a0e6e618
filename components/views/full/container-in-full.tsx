import { isStopped } from '@lib/model/is-stopped';
import { useMemo, useState, type ReactNode } from 'react';
import { Boundary } from '@components/ui/boundary';
import { CommandLine } from '@components/ui/command-line';
import { Button } from '@components/ui/button';
import { Enlarged } from '@components/ui/enlarged';
import { ToldSnapshot } from '@components/inspector/links';
import { useAnswer } from '@components/store/answer';
import { useMadeByStep } from '@components/store/made-by-step';
import { useAllMessages } from '@components/store/messages';
import { useIsProjectedLesson } from '@components/store/projected-lesson';
import { useShown } from '@components/store/shown';
import { useNsview, useView } from '@components/store/store';
import type { Flag } from '@lib/config/config';
import { containerFacts, type ContainerFacts } from '@lib/facts/container';
import { startContainer } from '@lib/shell/proof';
import { startedAs } from '@lib/facts/started-as';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import { config } from '@lib/questions/config';
import { idRef } from '@lib/model/container-names';
import { findContainer } from '@lib/model/container-ref';
import { Findings } from './findings';
import { FullHeader, FullTitle } from './full-header';
import { MayUse } from './may-use';
import { Rights } from './rights';
import { Sight } from './sight';
import { useAtRestWhile } from './use-at-rest';
import styles from './full.module.css';

/** Milliseconds until it is asked again how it was started: some of that can be changed while it runs. */
const EVERY = 10_000;
/** Pixels of width, in a lesson that is projected; without one it is as large as usual. */
const WIDE = { backRow: Infinity, lesson: 636 };

/** All about the container that is selected: what it can see, may use and may do. Fills its parent. */
export function ContainerInFull() {
  const { inFull } = useAllMessages();
  const ref = useNsview(({ viewState: { select } }) =>
    select?.kind === 'container' ? select.ref : null,
  );
  if (ref === null) return null;
  return (
    <Boundary sentence={inFull.failed(ref)} drawn={ref} home="view">
      <Enlarged {...WIDE}>
        <Shown reference={ref} />
      </Enlarged>
    </Boundary>
  );
}

function Shown({ reference }: { reference: string }) {
  const snapshot = useShown()?.whole ?? null;
  const { inFull } = useAllMessages();
  const isTaught = useIsProjectedLesson();
  return (
    <article
      data-full={reference}
      data-taught={isTaught ? '' : undefined}
      className="@container flex min-h-full flex-col gap-3 px-5 pt-3 pb-3"
    >
      {snapshot === null ? (
        <p role="status" className="text-dim">
          {inFull.loading}
        </p>
      ) : (
        <ToldSnapshot value={snapshot}>
          <Full snapshot={snapshot} reference={reference} key={reference} />
        </ToldSnapshot>
      )}
    </article>
  );
}

/** The container that was found last, and whether it ran since it is looked at. */
interface Known {
  container: Container;
  named: string;
  ran: boolean;
}

interface RunningProps {
  snapshot: Snapshot;
  facts: ContainerFacts;
  /** As which it was started; null: that is not known. */
  flags: readonly Flag[] | null;
}

/**
 * What it can see beside what it may use, and below that what should be said of it and what it may do. A class that is
 * taught looks at one of these: at what it may use where it was given a limit.
 */
function Running({ snapshot, facts, flags }: RunningProps) {
  const isTaught = useIsProjectedLesson();
  if (isTaught && flags !== null) {
    const isLimited = flags.some(({ about }) => about === 'use');
    const Half = isLimited ? MayUse : Sight;
    return <Half {...{ snapshot, facts, flags }} />;
  }
  return (
    <>
      <div className={styles.beside}>
        <Sight snapshot={snapshot} facts={facts} />
        <MayUse snapshot={snapshot} facts={facts} flags={flags} />
      </div>
      <Findings facts={facts} />
      <Rights leader={facts.leader} />
    </>
  );
}

function Full({ snapshot, reference }: { snapshot: Snapshot; reference: string }) {
  const { inFull, inspector } = useAllMessages();
  const isTaught = useIsProjectedLesson();
  const isToCome = useMadeByStep(({ made }) => made.includes(reference)) && isTaught;
  const found = findContainer(snapshot, reference);
  const facts = useMemo(
    () => (found === null ? null : containerFacts(snapshot, found)),
    [snapshot, found],
  );
  const asked = useAnswer(
    'config',
    config,
    found === null ? null : { container: idRef(snapshot.containers, found) },
    EVERY,
  );
  const flags = asked.is === 'answered' ? asked.answer.flags : null;
  const [known, setKnown] = useState<Known | null>(null);
  if (found !== null && facts !== null && known?.container !== found) {
    setKnown({
      container: found,
      named: facts.named,
      ran: !isStopped(found) || known?.ran === true,
    });
  }
  if (found === null || facts === null) {
    const { missing } = inspector;
    if (isToCome) {
      return (
        <NotThere name={reference} hasWayBack={false}>
          <p>{inFull.toCome(reference)}</p>
        </NotThere>
      );
    }
    return (
      <NotThere name={known?.named ?? reference} hasWayBack>
        <p>{known === null ? missing.container(reference) : inFull.gone(known.named)}</p>
        <p className="text-dim">{missing.containerHint}</p>
      </NotThere>
    );
  }
  const start = startContainer(snapshot, found);
  return (
    <>
      <FullHeader facts={facts} started={startedAs(asked, facts.joins)} />
      {isStopped(found) ? (
        <Rested hasWayBack={!isTaught}>
          <p className="font-semibold">
            {known?.ran === true ? inFull.ended(facts.named) : inFull.notRunning(facts.named)}
          </p>
          {!isTaught && start !== null && (
            <>
              <p className="text-dim">{inFull.startIt}</p>
              <CommandLine command={start} />
            </>
          )}
        </Rested>
      ) : (
        <Running snapshot={snapshot} facts={facts} flags={flags} />
      )}
    </>
  );
}

interface RestedProps {
  /** Is the way back offered? Not where it leads away from what the step of a lesson shows. */
  hasWayBack: boolean;
  children: ReactNode;
}

function NotThere({ name, ...rest }: RestedProps & { name: string }) {
  return (
    <>
      <header className="flex">
        <FullTitle name={name} />
      </header>
      <Rested {...rest} />
    </>
  );
}

/** What is said where there is nothing to see, and the way back. */
function Rested({ hasWayBack, children }: RestedProps) {
  const { inFull, shell } = useAllMessages();
  const view = useView();
  const show = useNsview((store) => store.show);
  useAtRestWhile(true);
  return (
    <div
      role="status"
      className="flex max-w-2xl flex-col items-start gap-2 rounded-xl border border-line bg-surface p-4 leading-relaxed"
    >
      {children}
      {hasWayBack && (
        <Button onClick={() => show({ open: false })}>{inFull.back(shell.views[view])}</Button>
      )}
    </div>
  );
}
