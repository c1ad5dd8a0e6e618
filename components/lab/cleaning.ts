import { useState } from 'react';
import type { LabCleaned } from '@lib/lab/state';
import type { LabReason } from '@lib/lab/word';
import { refreshLab } from './lab';
import { clean, LabRefusal } from './lab-requests';

/** How it goes to remove what lessons have made. */
export type Cleaning =
  | { is: 'idle' | 'removing' | 'removed' }
  | { is: 'kept'; kept: LabCleaned['kept'] }
  | { is: 'refused'; because: LabReason };

interface CleaningNow {
  cleaning: Cleaning;
  /** Removes it; what still runs is ended first. @returns was all of it removed? */
  remove: () => Promise<boolean>;
}

/** Removes what lessons have made. @param lessons whose; null: all of it */
export function useCleaning(lessons: readonly string[] | null): CleaningNow {
  const [cleaning, setCleaning] = useState<Cleaning>({ is: 'idle' });
  const remove = async () => {
    setCleaning({ is: 'removing' });
    const after = await cleaned(lessons);
    await refreshLab();
    setCleaning(after);
    return after.is === 'removed';
  };
  return { cleaning, remove };
}

async function cleaned(lessons: readonly string[] | null): Promise<Cleaning> {
  try {
    const all: LabCleaned['kept'] = [];
    for (const lesson of lessons ?? [null]) all.push(...(await clean(lesson)).kept);
    return all.length === 0 ? { is: 'removed' } : { is: 'kept', kept: all };
  } catch (refusal) {
    if (!(refusal instanceof LabRefusal)) throw refusal;
    return { is: 'refused', because: refusal.reason };
  }
}
