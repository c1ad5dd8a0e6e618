import * as z from 'zod/mini';
import type { answerSchema } from './ask';
import { ofHost, type EventsOf, type OfHost } from './of-host';
import { playbackMessageSchema, recordingMessageSchema } from './playback';
import { deltaSchema, snapshotMessageSchema, welcomeSchema } from './protocol';
import { readerStateSchema } from './reader-state';
import { usageMessageSchema } from './usage';

/** What a server says of itself, by event. */
export const FROM_SERVER = {
  welcome: ofHost(welcomeSchema),
  snapshot: ofHost(snapshotMessageSchema),
  delta: ofHost(deltaSchema),
  usage: ofHost(usageMessageSchema),
  recording: ofHost(recordingMessageSchema),
  playback: ofHost(playbackMessageSchema),
  reader: ofHost(readerStateSchema),
  /** The machine cannot be read, and why: the connection ends, and is to be tried again. */
  unreadable: ofHost(z.object({ reason: z.string() })),
  /** To one who speaks another version, of no host: it must be loaded anew. */
  incompatible: z.object({ version: z.int() }),
};

/** All that it says: also what was asked for, which is for who asks to check. */
export type FromServer = EventsOf<typeof FROM_SERVER> & {
  answer: (message: OfHost<z.infer<typeof answerSchema>>) => void;
};
