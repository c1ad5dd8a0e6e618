import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { LAB, LAB_CLEAN, LAB_COMMANDS, LAB_RUN, LAB_STOP } from '@lib/api/lab-paths';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { labRunSchema } from '@lib/lab/run';
import { labCleanSchema, type LabState } from '@lib/lab/state';
import type { LabReason } from '@lib/lab/word';
import type { Lesson } from '@lib/lessons/lesson';
import { printable } from '@lib/table/printable';
import type { Lab } from '../lab/lab';
import { Refusal } from '../lab/refusal';
import type { Lessons } from '../lessons/lessons';
import { sendJson } from './api';
import { jsonBody } from './json-body';

/** Is it the lab that is asked, or told something? */
export function isOfLab(path: string): boolean {
  return path === LAB || path.startsWith(`${LAB}/`);
}

interface Asked {
  path: string;
  query: URLSearchParams;
  request: IncomingMessage;
  response: ServerResponse;
  lessons: Lessons;
  messages: CommandMessages;
}

const OFF: LabState = {
  ...{ state: 'off', because: { code: 'off' }, running: null },
  left: { containers: [], images: [], networks: [], volumes: [], folders: [] },
};

const STATUS: Partial<Record<LabReason['code'], number>> = {
  ...{ request: 400, busy: 409, failed: 500 },
  ...{ 'no-lesson': 404, 'no-step': 404, 'no-command': 404 },
};

/** Answers what the lab is asked, and does what it is told. @param lab null: there is none, and that is said */
export async function answerLab(lab: Lab | null, asked: Asked): Promise<void> {
  const { path, request, response, messages } = asked;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isState = path === LAB || path === LAB_COMMANDS;
  try {
    if (lab === null) {
      if (path !== LAB || !isRead) throw new Refusal({ code: 'off' });
      sendJson(response, 200, OFF);
    } else if (isRead !== isState || !(isRead || request.method === 'POST')) {
      const why = `${printable(request.method ?? '')} ${path}`;
      throw new Refusal({ code: 'request', why });
    } else {
      await answerWith(lab, asked);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { because } = error;
    const status = STATUS[because.code] ?? 403;
    sendJson(response, status, { error: messages.lab.reason(because), because });
  }
}

/** @throws Refusal */
async function answerWith(lab: Lab, asked: Asked): Promise<void> {
  const { path, query, lessons, response } = asked;
  switch (path) {
    case LAB:
      return sendJson(response, 200, await lab.state());
    case LAB_COMMANDS: {
      const lesson = await lessonOf(query.get('lesson') ?? '', lessons);
      return sendJson(response, 200, lab.commands(lesson));
    }
    case LAB_RUN: {
      const told = await toldIn(asked, labRunSchema);
      const run = lab.run(told, await lessonOf(told.lesson, lessons));
      if ('refused' in run) throw new Refusal(run.refused);
      response.writeHead(200, {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      // Whoever asked may be gone: the command goes on, and what is written then goes nowhere.
      await run.start((event) => response.write(`${JSON.stringify(event)}\n`));
      response.end();
      return;
    }
    case LAB_STOP:
      await toldIn(asked, z.strictObject({}));
      return sendJson(response, 200, { stopped: await lab.stop() });
    case LAB_CLEAN: {
      const { lesson } = await toldIn(asked, labCleanSchema);
      return sendJson(response, 200, await lab.clean(lesson ?? null));
    }
    default:
      throw new Refusal({ code: 'request', why: path });
  }
}

/** @throws Refusal where there is none, or it cannot be read */
async function lessonOf(id: string, lessons: Lessons): Promise<Lesson> {
  const read = (await lessons.byId(id))?.read;
  if (read === undefined) throw new Refusal({ code: 'no-lesson', lesson: printable(id) });
  if ('lesson' in read) return read.lesson;
  throw new Refusal({ code: 'failed', why: read.mistakes.join('; ') });
}

async function toldIn<T>({ request }: Asked, schema: z.ZodMiniType<T>): Promise<T> {
  const body = await jsonBody(request);
  if ('wrong' in body) throw new Refusal({ code: 'request', why: body.wrong });
  const read = schema.safeParse(body.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const why = `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`.trim();
  throw new Refusal({ code: 'request', why });
}
