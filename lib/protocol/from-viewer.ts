import { askSchema } from './ask';
import { ofHost, type EventsOf } from './of-host';
import { playbackRequestSchema } from './playback';
import { helloSchema, watchSchema } from './protocol';
import { readerDecisionSchema } from './reader-state';

/** What a viewer may say, by event. */
export const FROM_VIEWER = {
  hello: ofHost(helloSchema),
  watch: ofHost(watchSchema),
  playback: ofHost(playbackRequestSchema),
  ask: ofHost(askSchema),
  reader: ofHost(readerDecisionSchema),
};

export type FromViewer = EventsOf<typeof FROM_VIEWER>;
