import * as z from 'zod/mini';
import { answerSchema } from './ask';
import { ofHost, type EventsOf } from './of-host';
import { playbackMessageSchema, recordingMessageSchema } from './playback';
import { deltaSchema, snapshotMessageSchema, welcomeSchema } from './protocol';
import { readerStateSchema } from './reader-state';
import { usageMessageSchema } from './usage';

/** What a server says, by event. */
export const FROM_SERVER = {
  welcome: ofHost(welcomeSchema),
  snapshot: ofHost(snapshotMessageSchema),
  delta: ofHost(deltaSchema),
  usage: ofHost(usageMessageSchema),
  answer: ofHost(answerSchema),
  recording: ofHost(recordingMessageSchema),
  playback: ofHost(playbackMessageSchema),
  reader: ofHost(readerStateSchema),
  /** The machine cannot be read, and why: the connection ends, and is to be tried again. */
  unreadable: ofHost(z.object({ reason: z.string() })),
  /** To one who speaks another version, of no host: it must be loaded anew. */
  incompatible: z.object({ version: z.int() }),
};

export type FromServer = EventsOf<typeof FROM_SERVER>;
