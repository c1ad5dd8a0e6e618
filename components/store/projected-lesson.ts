import { useNsview } from './store';

/** Is a lesson told from a projector? Then a picture has half the room, and shows little, large. */
export function useIsProjectedLesson(): boolean {
  return useNsview(({ viewState }) => viewState.projector && viewState.lesson !== null);
}
