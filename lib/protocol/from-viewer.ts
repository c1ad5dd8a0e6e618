import * as z from 'zod/mini';
import { askSchema } from './ask';
import { ofHost, type EventsOf } from './of-host';
import { moment } from './playback';
import { SPEEDS } from './playing';
import { presentRequestSchema } from './present-request';
import { readerDecisionSchema } from './reader-state';
import { SHIPPED_RECORDINGS } from './shipped';

/** What any version's hello says of itself. */
export const helloVersionSchema = z.object({ version: z.int() });

export const helloSchema = z.object({
  version: z.int(),
  epoch: z.nullable(z.string().check(z.maxLength(64))),
  lastSeq: z.nullable(z.int()),
  /** A recording to watch instead of what the server shows to all, and where to begin. */
  recording: z.nullable(
    z.object({
      name: z.enum(SHIPPED_RECORDINGS),
      at: moment,
      playing: z.boolean(),
    }),
  ),
  /** A moment of the machine that is shown to all, in milliseconds since 1970, instead of now. */
  past: z.nullable(z.object({ at: moment, playing: z.boolean() })),
});
export type Hello = z.infer<typeof helloSchema>;

/** What a viewer has on screen. */
export const watchSchema = z.object({
  /** In detail: their processes are looked at more often. */
  containers: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(64)),
  /** As rows, by PID: of these `usage` comes. `all`: of every process, for one looks for the largest. */
  rows: z.union([z.array(z.int().check(z.positive())).check(z.maxLength(512)), z.literal('all')]),
});
export type Watch = z.infer<typeof watchSchema>;

/** What a viewer does with the recording that it watches. */
export const playbackRequestSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('play') }),
  z.object({ do: z.literal('pause') }),
  z.object({ do: z.literal('seek'), to: moment }),
  z.object({ do: z.literal('speed'), by: z.literal(SPEEDS) }),
]);
export type PlaybackRequest = z.infer<typeof playbackRequestSchema>;

/** A request with its number among all on this line, which is told back: so what is older is known as such. */
const playbackWishSchema = z.intersection(playbackRequestSchema, z.object({ wish: z.int() }));
export type PlaybackWish = z.infer<typeof playbackWishSchema>;

/** A moment of the past is to be kept for good, or no longer: milliseconds since its start. */
const pinSchema = z.object({ at: moment, keep: z.boolean() });

/** What a viewer may say, by event. */
export const FROM_VIEWER = {
  hello: ofHost(helloSchema),
  watch: ofHost(watchSchema),
  playback: ofHost(playbackWishSchema),
  pin: ofHost(pinSchema),
  ask: ofHost(askSchema),
  reader: ofHost(readerDecisionSchema),
  enter: ofHost(readerDecisionSchema),
  present: ofHost(presentRequestSchema),
};

export type FromViewer = EventsOf<typeof FROM_VIEWER>;
