import { useNsview } from '../../store/store';

/** Pixels of a rem: as large as a person has it, and larger from a projector. */
export function useRem(): number {
  useNsview(({ viewState }) => viewState.projector);
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
