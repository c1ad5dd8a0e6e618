import { create } from 'zustand';

/** The containers that the commands of a lesson's step make, as they are named here; none: no lesson is shown. */
export const useMadeByStep = create<{ made: readonly string[] }>()(() => ({ made: [] }));
