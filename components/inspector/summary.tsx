import type { ReactNode } from 'react';
import { summarise, type SharingSentence } from '@lib/facts/summary';
import type { Capped } from '@lib/facts/seen';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import { HOST } from '@lib/view-state/view-state';
import { useMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { ContainerLink, NamespaceLink, Parts } from './links';
import { Engines } from './machine';
import { Asides, Limits } from './notices';
import { Section } from './section';
import { Title } from './title';

/** More than this and a sentence is no longer read, only looked at. */
const NAMES_AT_MOST = 8;

/** The machine in plain sentences, for when nothing is selected. */
export function Summary({ snapshot }: { snapshot: Snapshot }) {
  const messages = useMessages();
  const words = messages.inspector.summary;
  const select = useNsview((store) => store.select);
  const summary = summarise(snapshot);
  const { running, stopped } = summary;
  const sentences = summary.shared.rows.length + summary.onHost.rows.length;
  return (
    <>
      <Title name={snapshot.host.reader === 'recording' ? words.recorded : words.heading}>
        <p>
          {running === 0 ? words.noneRuns(stopped) : words.running(running, stopped)}{' '}
          {words.processes(summary.processes, summary.partial)}
        </p>
        <button
          type="button"
          className="mt-1 cursor-pointer rounded text-text underline decoration-line-strong underline-offset-3 hover:decoration-current"
          onClick={() => select({ kind: 'container', ref: HOST })}
        >
          {words.hostFacts}
        </button>
      </Title>
      <Limits host={snapshot.host} />
      {running > 0 && (
        <Section title={words.sharing}>
          {summary.unknown > 0 && (
            <p className="text-sm leading-relaxed">{words.unknown(summary.unknown)}</p>
          )}
          {sentences === 0 && summary.unknown === 0 && (
            <p className="text-sm leading-relaxed">{words.nothingShared}</p>
          )}
          <Sentences sentences={summary.shared} say={words.share} />
          <Sentences sentences={summary.onHost} say={words.onHost} />
          <p className="text-sm leading-relaxed text-dim">{words.hint}</p>
        </Section>
      )}
      <Engines engines={summary.engines} />
      <Asides host={snapshot.host} />
    </>
  );
}

function Sentences({
  sentences,
  say,
}: {
  sentences: Capped<SharingSentence>;
  say: (containers: ReactNode[], namespaces: ReactNode[]) => ReactNode[];
}) {
  const messages = useMessages().inspector;
  const named = (containers: Container[]): ReactNode[] => {
    const first = containers.slice(0, NAMES_AT_MOST);
    const more = containers.length - first.length;
    const links = first.map((each) => <ContainerLink key={each.id} container={each} />);
    return more === 0 ? links : [...links, messages.summary.more(more)];
  };
  if (sentences.rows.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 text-sm leading-relaxed">
      {sentences.rows.map(({ containers, namespaces }) => (
        <li key={namespaces.map(({ id }) => id).join(' ')}>
          <Parts
            parts={say(
              named(containers),
              namespaces.map(({ type, id }) => (
                <NamespaceLink key={id} id={id}>
                  {messages.typeNames[type]}
                </NamespaceLink>
              )),
            )}
          />
        </li>
      ))}
      {sentences.more > 0 && (
        <li className="text-dim">{messages.summary.moreSentences(sentences.more)}</li>
      )}
    </ul>
  );
}
