import { firstSteps } from '@lib/facts/first-steps';
import type { Engine } from '@lib/model/host';
import type { LessonRecording } from '@lib/protocol/shipped';
import { enginesOutlook } from '@lib/select/engines';
import { engineHelp } from '@lib/shell/engine-help';
import { useEmptyMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { CommandLine } from '../../ui/command-line';
import { Button } from '../../ui/button';
import { Attempts } from '../../ui/attempts';
import { WholeOptions } from '../../ui/whole-options';
import { CardBeside } from './card-beside';
import { RecordingOffers } from './recording-offers';

/** Beside the lone host: why there is no container to be seen, and what to do next. */
export function EmptyCard({
  engines,
  recorded,
}: {
  engines: readonly Engine[];
  recorded: boolean;
}) {
  const says = useEmptyMessages();
  const isTaught = useNsview(({ viewState }) => viewState.lesson !== null);
  if (recorded) return <CardBeside title={says.recorded} />;
  const { state, engines: worst, complete } = enginesOutlook(engines);
  if (complete) {
    // What is to be typed then stands there.
    if (isTaught) return null;
    const steps = firstSteps(engines);
    return (
      <CardBeside title={says.empty.title}>
        {/* Before what is typed: that takes the names that the lesson begins with. */}
        <p className="mb-4">
          <ToLesson recording={null} />
        </p>
        {steps === null ? (
          <p className="text-dim">{says.empty.byKubernetes}</p>
        ) : (
          <>
            <p className="mb-2 text-dim">{says.empty.type}</p>
            <Commands of={steps.apart} />
            <p className="mt-3 mb-2 text-dim">{says.empty.then}</p>
            <Commands of={steps.joined} />
          </>
        )}
      </CardBeside>
    );
  }
  const { advice, commands } = engineHelp(state, worst);
  const attempts = engines.flatMap(({ tried }) => tried);
  return (
    <CardBeside title={says.engine.titles[state]}>
      {attempts.length > 0 && (
        <>
          <h3 className="text-dim">{says.engine.tried}</h3>
          <div className="mt-1 mb-3">
            <Attempts of={attempts} />
          </div>
        </>
      )}
      <p className="mb-2">
        <WholeOptions>{says.engine.advice[advice]}</WholeOptions>
      </p>
      <Commands of={commands} />
      <p className="mt-3 text-dim">{says.engine.hostLive}</p>
      {(state === 'absent' || state === 'denied') && (
        <RecordingOffers first={!isTaught && <ToLesson recording="lesson-isolation" />} />
      )}
    </CardBeside>
  );
}

/** The course, step by step. @param recording where nothing can be done here: the one to watch it in */
function ToLesson({ recording }: { recording: LessonRecording | null }) {
  const { lesson } = useEmptyMessages();
  const show = useNsview((store) => store.show);
  return (
    <Button
      main
      onClick={() => show({ lesson: 'isolation', step: 1, recording, at: null, select: null })}
    >
      {lesson}
    </Button>
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
