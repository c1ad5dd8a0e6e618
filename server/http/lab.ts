import type { ServerResponse } from 'node:http';
import { LAB } from '@lib/api/lab-paths';
import type { CommandMessages } from '@lib/i18n/command-messages';
import type { LabReason } from '@lib/lab/word';
import type { LabState } from '@lib/lab/state';
import { sendJson } from './api';

/** Is it the lab that is asked, or told something? */
export function isOfLab(path: string): boolean {
  return path === LAB || path.startsWith(`${LAB}/`);
}

const NOTHING = { containers: [], images: [], networks: [], volumes: [], folders: [] };

/** Answers for a lab that is off: it says so, and does nothing. */
export function answerWithoutLab(
  path: string,
  messages: CommandMessages,
  response: ServerResponse,
): void {
  const because: LabReason = { code: 'off' };
  if (path !== LAB) {
    sendJson(response, 403, { error: messages.lab.reason(because), because });
    return;
  }
  const state: LabState = { state: 'off', because, left: NOTHING, running: null };
  sendJson(response, 200, state);
}
