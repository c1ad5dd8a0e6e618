import type { Compared } from '@lib/present/from-stage';
import type { ComparedMoments } from '@lib/protocol/present-request';
import { compare } from '@lib/questions/compare';
import type { Show } from '../hub/show';

/** What is different between the two moments that are led: found once for all who follow, who may not ask for it. */
export class LedComparison {
  /** What is told of it now. */
  told: Compared = { comparison: null };
  private moments: ComparedMoments | null = null;
  private show: Show | null = null;

  /**
   * Follows the leader to two other moments, or away from them.
   *
   * @param show what the moments are of
   * @returns whether there is something else to tell
   */
  async follow(moments: ComparedMoments | null, show: Show): Promise<boolean> {
    if (moments === this.moments && (moments === null || show === this.show)) return false;
    this.moments = moments;
    this.show = show;
    const before = this.told;
    const told = { comparison: moments === null ? null : await compared(moments, show) };
    // The leader has gone on meanwhile: what follows that tells of it.
    if (moments !== this.moments || show !== this.show) return false;
    this.told = told;
    return told.comparison !== before.comparison;
  }
}

/** Null: it is not known, as on the leader's page. */
async function compared({ from, to }: ComparedMoments, { desk }: Show) {
  const outcome = await desk.answer({ name: 'compare', from, to });
  if ('error' in outcome) return null;
  return compare.answer.parse(outcome.answer);
}
