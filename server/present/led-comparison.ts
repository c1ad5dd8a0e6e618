import equal from 'fast-deep-equal';
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
   * Follows the leader to two other moments, or away from them: at once where to none.
   *
   * @param show what the moments are of
   * @returns what there is to tell: `moments`, where the same is different between two others; null: nothing
   */
  async follow(moments: ComparedMoments | null, show: Show): Promise<'all' | 'moments' | null> {
    if (moments === this.moments && (moments === null || show === this.show)) return null;
    this.moments = moments;
    this.show = show;
    const comparison = moments === null ? null : await compared(moments, show);
    // The leader has gone on meanwhile: what follows that tells of it.
    if (moments !== this.moments || show !== this.show) return null;
    const before = this.told.comparison;
    this.told = { comparison };
    if (comparison === null || before === null) return comparison === before ? null : 'all';
    const isSame = equal({ ...comparison, from: before.from, to: before.to }, before);
    return isSame ? 'moments' : 'all';
  }
}

/** Null: it is not known, as on the leader's page. */
async function compared({ from, to }: ComparedMoments, { desk }: Show) {
  const outcome = await desk.answer({ name: 'compare', from, to });
  if ('error' in outcome) return null;
  return compare.answer.parse(outcome.answer);
}
