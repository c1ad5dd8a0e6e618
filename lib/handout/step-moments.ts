import type { Lesson } from '../lessons/lesson';
import type { Typed } from '../recording/parse';

/**
 * When each step of a lesson began in a recording of it, in milliseconds since its start: just before the first that
 * was typed for it, or where that was not recorded, before what was typed next. Steps after all that are left out.
 *
 * @param typed in the order of time
 */
export function stepMoments({ steps }: Lesson, typed: readonly Typed[]): Map<string, number> {
  const moments = new Map<string, number>();
  let from = 0;
  let waiting: string[] = [];
  for (const { id, run, solve } of steps) {
    const lines = run.length > 0 ? run : solve;
    waiting.push(id);
    const first = typed.findIndex((each, index) => index >= from && lines.includes(each.typed));
    const began = typed[first];
    if (began === undefined) continue;
    for (const each of waiting) moments.set(each, Math.max(0, began.at - 1));
    waiting = [];
    from = first + 1;
    while (from < typed.length && lines.includes(typed[from]?.typed ?? '')) from += 1;
  }
  return moments;
}
