import { engineForLessons } from '@lib/lessons/engine';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** Which engine the commands of lessons need, where it is not Docker that answers here. Nothing of a recording. */
export function EngineNeeded() {
  const { lessons } = useAllMessages();
  const engine = useNsview(({ snapshot, recording }) =>
    snapshot === null || recording !== null ? null : engineForLessons(snapshot.engines),
  );
  if (engine === null || engine === 'docker') return null;
  return (
    <p role="note" data-engine-needed={engine} className="text-warn">
      {lessons.engine[engine]}
    </p>
  );
}
