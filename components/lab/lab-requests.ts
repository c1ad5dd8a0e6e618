import * as z from 'zod/mini';
import { LAB, LAB_CLEAN, LAB_COMMANDS, LAB_RUN, LAB_STOP } from '@lib/api/lab-paths';
import {
  labCommandsSchema,
  labErrorSchema,
  labEventSchema,
  type LabCommands,
  type LabEvent,
  type LabRun,
} from '@lib/lab/run';
import { labCleanedSchema, labStateSchema, type LabCleaned, type LabState } from '@lib/lab/state';
import type { LabReason } from '@lib/lab/word';

/* What is asked of the lab, and told to it. */

/** The lab does not do it, and says why. */
export class LabRefusal extends Error {
  constructor(readonly reason: LabReason) {
    super(reason.code);
  }
}

/** @throws LabRefusal */
export async function askState(): Promise<LabState> {
  return labStateSchema.parse(await (await answerOf(fetch(LAB))).json());
}

/** @throws LabRefusal */
export async function askCommands(lesson: string): Promise<LabCommands> {
  const path = `${LAB_COMMANDS}?${new URLSearchParams({ lesson }).toString()}`;
  return labCommandsSchema.parse(await (await answerOf(fetch(path))).json());
}

/** Runs a command, and tells each event as it comes. @throws LabRefusal */
export async function run(command: LabRun, tell: (event: LabEvent) => void): Promise<void> {
  const { body } = await answerOf(post(LAB_RUN, command));
  if (body === null) throw new LabRefusal({ code: 'failed', why: LAB_RUN });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(labEventSchema.parse(JSON.parse(line)));
  }
}

/** Ends what runs. @throws LabRefusal */
export async function stop(): Promise<void> {
  await answerOf(post(LAB_STOP, {}));
}

/** Removes what a lesson has made. @param lesson null: what any has @throws LabRefusal */
export async function clean(lesson: string | null): Promise<LabCleaned> {
  const answer = await answerOf(post(LAB_CLEAN, lesson === null ? {} : { lesson }));
  return labCleanedSchema.parse(await answer.json());
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** @throws LabRefusal where it is none, or where nobody answers */
async function answerOf(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch((error: unknown) => {
    throw new LabRefusal({ code: 'failed', why: String(error) });
  });
  if (response.ok) return response;
  const told = await response.text();
  const refusal = z.safeParse(labErrorSchema, jsonOf(told));
  throw new LabRefusal(
    refusal.data?.because ?? { code: 'failed', why: `${response.status} ${told}` },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line of text, from who did not let it come to the lab.
    return null;
  }
}
