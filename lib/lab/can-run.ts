import type { LabCommands } from './run';

/** Of each step, by its id, which of its commands the lab can run, by their index. */
export function canRun(commands: LabCommands): Record<string, number[]> {
  const steps: Record<string, number[]> = {};
  for (const { step, command, runs } of commands) {
    if (runs) steps[step] = [...(steps[step] ?? []), command];
  }
  return steps;
}
