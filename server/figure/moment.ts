import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import type { Snapshot } from '@lib/model/snapshot';
import type { Recording } from '@lib/recording/parse';
import { recordedShow } from '../hub/show';

/** What a figure is drawn of: a picture of one moment, and who answers questions about it. */
export interface Moment {
  snapshot: Snapshot;
  /** Milliseconds: since the start of the recording, and how long that is. Left out: it is of none. */
  recorded?: { at: number; duration: number };
  /** Never rejects: what goes wrong is an answer as well. */
  ask: (question: AskedQuestion) => Promise<Outcome>;
}

/**
 * A recording as it was so long after its start.
 *
 * @param at milliseconds; what is later than its end is its end
 * @param look what the moment is needed for: it is over then
 */
export async function atMoment<T>(
  recording: Recording,
  at: number,
  look: (moment: Moment) => Promise<T>,
): Promise<T> {
  const about = { name: null, title: '', live: false };
  // Why something is not told is in the answer.
  const show = recordedShow(recording, about, () => undefined);
  try {
    show.recording?.player.do({ do: 'seek', to: at });
    const snapshot = await show.hub.fresh();
    const recorded = { at, duration: recording.duration };
    return await look({ snapshot, recorded, ask: (question) => show.desk.answer(question) });
  } finally {
    await show.close();
  }
}
