import type { ReactNode } from 'react';
import { useMessages } from '@components/store/messages';
import { FIRST_STEPS } from '@lib/facts/first-steps';
import type { Engine, EngineState } from '@lib/model/host';
import { enginesOutlook } from '@lib/select/engines';
import { CommandLine } from '../../ui/command-line';
import { Attempts } from '../../ui/attempts';
import { WholeOptions } from '../../ui/whole-options';
import { RecordingOffers } from './recording-offers';

const HELPFUL_COMMANDS: Record<EngineState, readonly string[]> = {
  connected: [],
  connecting: [],
  disconnected: ['systemctl status docker'],
  denied: ['sudo usermod -aG docker $USER'],
  absent: ['sudo systemctl start docker'],
};

/** Beside the lone host: why there is no container to be seen, and what to do next. */
export function EmptyCard({
  engines,
  recorded,
}: {
  engines: readonly Engine[];
  recorded: boolean;
}) {
  const { sharing, recordings } = useMessages();
  if (recorded) return <Card title={recordings.empty} />;
  const { state, complete } = enginesOutlook(engines);
  if (complete) {
    return (
      <Card title={sharing.empty.title}>
        <Commands of={FIRST_STEPS.apart} />
        <p className="mt-3 mb-2 text-dim">{sharing.empty.then}</p>
        <Commands of={FIRST_STEPS.joined} />
      </Card>
    );
  }
  const attempts = engines.flatMap(({ tried }) => tried);
  return (
    <Card title={sharing.engine.titles[state]}>
      {attempts.length > 0 && (
        <>
          <h3 className="text-dim">{sharing.engine.tried}</h3>
          <div className="mt-1 mb-3">
            <Attempts of={attempts} />
          </div>
        </>
      )}
      <p className="mb-2">
        <WholeOptions>{sharing.engine.advice[state]}</WholeOptions>
      </p>
      <Commands of={HELPFUL_COMMANDS[state]} />
      <p className="mt-3 text-dim">{sharing.engine.hostLive}</p>
      {(state === 'absent' || state === 'denied') && <RecordingOffers />}
    </Card>
  );
}

function Card({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-end px-8 py-3">
      <section className="pointer-events-auto max-h-full w-[min(62%,44rem)] overflow-auto rounded-xl border border-line bg-surface p-5">
        <h2 className="text-lg font-semibold not-last:mb-3">{title}</h2>
        {children}
      </section>
    </div>
  );
}

function Commands({ of }: { of: readonly string[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {of.map((command) => (
        <li key={command}>
          <CommandLine command={command} />
        </li>
      ))}
    </ol>
  );
}
