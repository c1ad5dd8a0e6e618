import { endedAsSaid } from '@lib/lessons/commands-of';
import type { Step } from '@lib/lessons/lesson';
import { ByHand } from '../lab/by-hand';
import { ElsewhereOutput, EndedOutput, RunningOutput } from '../lab/output';
import { RunButton } from '../lab/run-button';
import { Commands } from './commands';
import type { LabStep } from './lab-step';

interface LabCommandsProps {
  step: Step;
  /** As they are typed here, counted as `commandsOf` does. */
  lines: readonly string[];
  mark: string | null;
  lab: LabStep;
}

/** Commands that the lab runs, each with what it printed. */
export function LabCommands({ step, lines, mark, lab }: LabCommandsProps) {
  const { because, of, run } = lab;
  const beside = (nth: number) => {
    const line = lines[nth] ?? '';
    const now = of(nth);
    if (now === null || now.byHand !== null || now.ran !== null) return null;
    return (
      <RunButton
        {...{ nth, line, because }}
        isNext={now.isNext}
        isRunning={now.running !== null}
        onRun={() => run(nth)}
      />
    );
  };
  const below = (nth: number) => {
    const line = lines[nth] ?? '';
    const now = of(nth);
    if (now === null) return null;
    if (now.byHand !== null) return <ByHand because={now.byHand} />;
    if (now.running === 'elsewhere') return <ElsewhereOutput line={line} />;
    if (now.running !== null) return <RunningOutput line={line} running={now.running} />;
    if (now.ran === null) return null;
    return (
      <EndedOutput
        line={line}
        ended={now.ran}
        isFresh={now.isFresh}
        isAsSaid={endedAsSaid(step, nth, now.ran)}
        onAgain={because === null ? () => run(nth) : null}
      />
    );
  };
  return <Commands lines={lines} mark={mark} beside={beside} below={below} />;
}
