import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { Choices } from '../player/choices';
import { MomentControls } from './moment-controls';
import { useMoments, type Moments } from './moments';
import { PlayControls } from './play-controls';
import { Track } from './track';
import { useComparing } from './use-comparing';

/** At the bottom of the page: what happened, where one is, and what goes elsewhere. */
export function TimelineBar() {
  const { timeline: words } = useAllMessages();
  const moments = useMoments();
  return (
    <section
      aria-label={words.title}
      className="min-h-[9.6rem] shrink-0 border-t border-line bg-surface px-4 py-2"
    >
      {moments !== null && <Bar moments={moments} />}
    </section>
  );
}

function Bar({ moments }: { moments: Moments }) {
  const recording = useNsview((store) => store.recording);
  const { timeline: words } = useAllMessages();
  const isNearest = useNsview(({ playback }) => playback?.isNearest === true);
  const { start, setStart } = useComparing(moments);
  const compare = () => {
    if (start !== null) setStart(null);
    else setStart(moments.at);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PlayControls moments={moments} />
        {isNearest && moments.is === 'past' && (
          <span role="status" className="text-dim" data-forgotten>
            {words.forgotten}
          </span>
        )}
        <MomentControls moments={moments} isCompared={start !== null} onCompare={compare} />
        {recording !== null && !recording.past && <Choices recording={recording} />}
      </div>
      <Track moments={moments} start={start} onStart={setStart} />
    </>
  );
}
