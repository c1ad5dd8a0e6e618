import { memo } from 'react';
import { runningSentence } from '@lib/facts/running-sentence';
import { summarise } from '@lib/facts/summary';
import type { Shown } from '@lib/select/shown';
import { HOST } from '@lib/model/host-word';
import { useMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Engines } from './machine';
import { Asides, Limits } from './notices';
import { Section } from './section';
import { Sentences } from './sentences';
import { Title } from './title';

/** The machine in plain sentences, for when nothing is selected. */
export const Summary = memo(function Summary({ shown: { snapshot, whole } }: { shown: Shown }) {
  const messages = useMessages();
  const { filters } = messages;
  const words = messages.summary;
  const select = useNsview((store) => store.select);
  const summary = summarise(snapshot, whole);
  const { running, hidden, shared, onHost, inEngine } = summary;
  const sentences = shared.rows.length + onHost.rows.length + inEngine.rows.length;
  return (
    <>
      <Title name={snapshot.host.reader === 'recording' ? words.recorded : words.heading}>
        <p>
          {runningSentence(summary, messages)}
          {words.between}
          {words.processes(summary.processes, summary.partial)}
          {hidden.containers + hidden.processes > 0 &&
            words.between + filters.ofThese(hidden.containers, hidden.processes)}
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
          <Sentences sentences={shared} say={words.share} />
          <Sentences sentences={onHost} say={words.onHost} />
          <Sentences sentences={inEngine} say={words.inEngine} />
          <p className="text-sm leading-relaxed text-dim">{words.hint}</p>
        </Section>
      )}
      <Engines engines={summary.engines} />
      <Asides host={snapshot.host} />
    </>
  );
});
