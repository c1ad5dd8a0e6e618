import { useEffect } from 'react';
import { create } from 'zustand';
import { canRun } from '@lib/lab/can-run';
import type { LabCommands, LabEvent, LabRun } from '@lib/lab/run';
import type { LabCommand, LabState } from '@lib/lab/state';
import type { LabNews, LabReason } from '@lib/lab/word';
import { useNsview } from '../store/store';
import { askCommands, askState, LabRefusal, run, stop } from './lab-requests';

/** Lines of what runs that are shown, the last ones. */
const MOST_LINES = 200;

/** A command that this page has asked the lab to run, and what came of it so far. */
export interface Running extends LabCommand {
  news: readonly LabNews[];
  progress: Extract<LabEvent, { kind: 'progress' }> | null;
  lines: readonly string[];
}

/** How it ended. */
export interface Ended {
  exit: number | null;
  because: LabReason | null;
  news: readonly LabNews[];
  text: string;
}

interface Lab {
  /** Null: not known. */
  state: LabState | null;
  /** By the lesson's id. */
  commands: ReadonlyMap<string, LabCommands>;
  running: Running | null;
}

const useLabStore = create<Lab>()(() => ({ state: null, commands: new Map(), running: null }));

/** Asks whether there is a lab, what is left, and what runs. Where that is not to be had there is none. */
export async function refreshLab(): Promise<LabState | null> {
  const state = await askState().catch(nothingOf);
  useLabStore.setState({ state });
  return state;
}

/** Asks all that a lesson has to know of the lab. */
export async function refreshLabFor(lesson: string): Promise<void> {
  const state = await refreshLab();
  if (state?.state !== 'ready') return;
  const commands = await askCommands(lesson).catch(nothingOf);
  if (commands === null) return;
  useLabStore.setState((now) => ({ commands: new Map(now.commands).set(lesson, commands) }));
}

function nothingOf(refusal: unknown): null {
  if (refusal instanceof LabRefusal) return null;
  throw refusal;
}

/** Is it this machine that is shown, and not a recording, in which nothing can be run? */
function isOfThisMachine(): boolean {
  return useNsview.getState().recording === null;
}

/** By the step's id, which commands of a lesson can be run now; null: there is no lab. */
export function canRunIn(lesson: string): Record<string, number[]> | null {
  const known = useLabStore.getState().commands.get(lesson);
  if (known === undefined || !isThereALab()) return null;
  return canRun(known);
}

/** How the lab stands; null: it is off, or nothing can be run in what is shown. */
export function useLabState(): LabState | null {
  const state = useLabStore((lab) => lab.state);
  const isRecording = useNsview(({ recording }) => recording !== null);
  return state === null || state.state === 'off' || isRecording ? null : state;
}

/** Is there a lab, and does it run what it is asked to? */
export function isThereALab(): boolean {
  return useLabStore.getState().state?.state === 'ready' && isOfThisMachine();
}

/** What the lab says of each command of a lesson; none where there is no lab. */
export function useLabCommands(lesson: string): LabCommands {
  const isReady = useLabState()?.state === 'ready';
  const commands = useLabStore((lab) => lab.commands.get(lesson));
  return (isReady ? commands : undefined) ?? NONE;
}
const NONE: LabCommands = [];

/** What this page runs. */
export function useRunning(): Running | null {
  return useLabStore(({ running }) => running);
}

/** Has the lab run a command; another one that runs is waited for by nobody: it says that it is busy then. */
export async function runInLab(command: LabRun): Promise<Ended> {
  const { lesson, step, command: nth } = command;
  const asked: Running = { lesson, step, command: nth, news: [], progress: null, lines: [] };
  useLabStore.setState({ running: asked });
  let end: Pick<Ended, 'exit' | 'because'> = { exit: null, because: { code: 'failed', why: '' } };
  const text: string[] = [];
  try {
    await run(command, (event) => {
      if (event.kind === 'end') end = event;
      if (event.kind === 'out') text.push(event.text);
      useLabStore.setState(({ running }) => ({ running: running && after(running, event) }));
    });
  } catch (error) {
    // Where it is no refusal, the server was lost meanwhile, or speaks another language.
    const failed: LabReason = { code: 'failed', why: String(error) };
    end = { exit: null, because: error instanceof LabRefusal ? error.reason : failed };
  }
  const news = useLabStore.getState().running?.news ?? [];
  useLabStore.setState({ running: null });
  const { exit, because } = end;
  return { exit, because, news, text: text.join('\n') };
}

function after(running: Running, event: LabEvent): Running {
  switch (event.kind) {
    case 'says':
      return { ...running, progress: null, news: [...running.news, event.news] };
    case 'progress':
      return { ...running, progress: event };
    case 'out':
      return {
        ...running,
        progress: null,
        lines: [...running.lines, event.text].slice(-MOST_LINES),
      };
    case 'end':
      return running;
  }
}

/** Milliseconds until it is asked again how the lab stands, where that is somebody else's to change. */
const AGAIN = 1000;

/** Asks again as long as the lab cannot run anything, or runs what this page did not ask for. */
export function useLabAgain(lesson: string): void {
  const state = useLabState();
  const running = useRunning();
  const isWaiting =
    state !== null && (state.state !== 'ready' || (state.running !== null && running === null));
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void refreshLabFor(lesson), AGAIN);
    return () => clearInterval(timer);
  }, [isWaiting, lesson]);
}

/** Ends what runs; what came of it is told by who asked for it. */
export function stopInLab(): void {
  // That nothing runs any more is as well.
  stop().catch(nothingOf);
}
