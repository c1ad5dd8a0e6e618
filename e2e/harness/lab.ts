import * as z from 'zod/mini';
import { LAB, LAB_CLEAN, LAB_COMMANDS, LAB_RUN, LAB_STOP } from '../../lib/api/lab-paths';
import {
  labCommandsSchema,
  labErrorSchema,
  labEventSchema,
  type LabEvent,
} from '../../lib/lab/run';
import {
  labCleanedSchema,
  labStateSchema,
  labStoppedSchema,
  type LabCommand,
} from '../../lib/lab/state';
import type { Nsview } from './nsview';

/** What came of a command: all that was told, or the status and why it was not run. */
export type Came = { events: LabEvent[] } | { status: number; code: string; error: string };

/** The lab of a server, asked and told as the page does it; every answer is held against its schema. */
export class LabClient {
  constructor(private readonly nsview: Nsview) {}

  async state() {
    return labStateSchema.parse(await (await fetch(this.nsview.url + LAB)).json());
  }

  async commands(lesson: string) {
    const response = await fetch(`${this.nsview.url}${LAB_COMMANDS}?lesson=${lesson}`);
    return labCommandsSchema.parse(await response.json());
  }

  async run(what: LabCommand, suffix = ''): Promise<Came> {
    const response = await this.post(LAB_RUN, { ...what, suffix });
    if (response.status !== 200) {
      const { error, because } = labErrorSchema.parse(await response.json());
      return { status: response.status, code: because.code, error };
    }
    const lines = (await response.text()).split('\n').filter(Boolean);
    return { events: lines.map((line) => labEventSchema.parse(JSON.parse(line))) };
  }

  async stop() {
    return labStoppedSchema.parse(await (await this.post(LAB_STOP, {})).json());
  }

  async clean(lesson?: string) {
    const response = await this.post(LAB_CLEAN, lesson === undefined ? {} : { lesson });
    return labCleanedSchema.parse(await response.json());
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const { url } = this.nsview;
    return fetch(url + path, {
      method: 'POST',
      headers: { Origin: url, 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}

/** Of what came of a command: how it ended, what it printed, and what the lab said, by its codes. */
export function outcomeOf(came: Came) {
  const { events } = z.object({ events: z.array(labEventSchema) }).parse(came);
  const last = events.at(-1);
  return {
    exit: last?.kind === 'end' ? last.exit : undefined,
    because: last?.kind === 'end' ? last.because?.code : undefined,
    ends: events.filter(({ kind }) => kind === 'end').length,
    text: events.flatMap((event) => (event.kind === 'out' ? event.text : [])).join('\n'),
    said: events.flatMap((event) => (event.kind === 'says' ? event.news.code : [])),
  };
}
