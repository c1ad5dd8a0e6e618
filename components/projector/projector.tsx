import { useRef, useState } from 'react';
import { KEYS } from '@lib/keys/keys';
import { useShortcuts } from '../canvas/use-shortcuts';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Marker } from './marker';
import { Spotlight } from './spotlight';
import { ToolBar } from './tool-bar';
import { useAwake } from './use-awake';
import { useStrokes } from './use-strokes';

/** What a person who shows something to a room has on top of the picture; nothing of it outlives projector mode. */
export function Projector() {
  const { projector: words } = useAllMessages();
  const show = useNsview((store) => store.show);
  const tell = useNsview((store) => store.tell);
  const [isLit, setLit] = useState(false);
  const [draws, setDraws] = useState(false);
  const ground = useRef<HTMLDivElement>(null);
  const strokes = useStrokes(ground);
  useAwake();

  const light = () => {
    setLit(!isLit);
    tell(isLit ? words.spotlightOff : words.spotlightOn);
  };
  const draw = () => {
    setDraws(!draws);
    tell(draws ? words.markerOff : words.markerOn);
  };
  const wipe = () => {
    if (strokes.drawn.length > 0) tell(words.wiped);
    strokes.wipe();
  };
  useShortcuts(KEYS.projector.spotlight, { toggle: light });
  useShortcuts(KEYS.projector.marker, { toggle: draw });
  useShortcuts(KEYS.projector.wipe, { wipe });
  return (
    <div ref={ground} className="pointer-events-none absolute inset-0 z-20 overflow-hidden">
      {isLit && <Spotlight ground={ground} />}
      <Marker strokes={strokes} isOn={draws} />
      <ToolBar
        isLit={isLit}
        draws={draws}
        hasDrawn={strokes.drawn.length > 0}
        onLight={light}
        onDraw={draw}
        onWipe={wipe}
        onLeave={() => show({ projector: false })}
      />
    </div>
  );
}
