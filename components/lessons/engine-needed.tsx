import { useAllMessages } from '../store/messages';
import { useLessonEngine } from './use-lesson-engine';

/** Which engine the commands of lessons need, where it is not Docker that answers here. Nothing of a recording. */
export function EngineNeeded() {
  const { lessons } = useAllMessages();
  const engine = useLessonEngine();
  if (engine === null || engine === 'docker') return null;
  return (
    <p role="note" data-engine-needed={engine} className="text-warn">
      {lessons.engine[engine]}
    </p>
  );
}
