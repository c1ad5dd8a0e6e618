import { LessonText } from '../ui/lesson-text';
import { useLessonEngine } from './use-lesson-engine';

/** What a step's commands need in another way, where Podman is what takes them. */
export function OnPodman({ children }: { children: string | null }) {
  const engine = useLessonEngine();
  if (children === null || engine !== 'podman') return null;
  return (
    <p role="note" data-on-podman className="text-warn">
      <LessonText>{children}</LessonText>
    </p>
  );
}
