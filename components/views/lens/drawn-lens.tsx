import { useRef, useState, type KeyboardEvent } from 'react';
import { Marks, saidOf, type Styles } from '@components/canvas/marks';
import { onPictureKey, pidAt } from '@components/canvas/picture-keys';
import { containersByKey, containerOf } from '@lib/model/containers-by-key';
import { HOST } from '@lib/model/host-word';
import { isNamespaceId, type ContainerKey } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { stripBox } from '@lib/scene/lens-box';
import { dotKey } from '@lib/scene/lens-dot';
import type { LensPicture } from '@lib/scene/lens-picture';
import { alsoChosen } from '@lib/select/chosen';
import { refOf } from '@lib/model/container-ref';
import { parseSelection } from '@lib/view-state/selection';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { LensThing } from './lens-thing';
import { useFlight } from './use-flight';
import canvasStyles from './lens.module.css';

interface DrawnLensProps {
  snapshot: Snapshot;
  type: NamespaceType;
  picture: LensPicture;
  /** What the roles of its marks look like. */
  styles: Styles;
  /** Something that it draws is not known yet, and on its way. */
  waiting: boolean;
  /** How much larger than the picture has it all is shown. */
  zoom: number;
  colours: ReadonlyMap<ContainerKey, string>;
  /** Opens a box, by key, or closes it. */
  onToggle: (box: string) => void;
}

/** The drawing, and the canvas on which dots travel. Keys and clicks are handled here. */
export function DrawnLens(props: DrawnLensProps) {
  const { snapshot, type, picture, styles, waiting, zoom, colours } = props;
  const messages = useAllMessages();
  const select = useNsview((store) => store.select);
  const selection = useNsview((store) => store.viewState.select);
  const lit = useNsview((store) => store.hoveredPid);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  const svg = useRef<SVGSVGElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [entered, setEntered] = useState<string | null>(null);
  const flying = useFlight(canvas, picture, { type, colours, zoom, waiting });
  const { width, height } = picture.size;
  const shown = { width: width * zoom, height: height * zoom };
  const { parts } = picture;
  const first = (parts.find(({ key }) => key === entered) ?? parts.find(hasThings))?.key;

  const choose = (target: EventTarget, also: boolean) => {
    const pid = pidAt(target);
    if (pid !== null) {
      const process = snapshot.processes.find((each) => each.pid === pid);
      const byKey = containersByKey(snapshot.containers);
      const container = process === undefined ? null : containerOf(process, byKey);
      const ref = container === null ? HOST : refOf(snapshot, container);
      select(also ? alsoChosen(selection, ref) : { kind: 'container', ref });
      return;
    }
    const key = keyAt(target);
    const opened = key === null ? null : stripBox(key);
    if (opened !== null) {
      props.onToggle(opened);
    } else {
      const chosen = key === null || isNamespaceId(key) ? key : (boxAt(target) ?? namedAt(target));
      // What is between boxes and speaks of no one of them chooses nothing.
      if (key !== null && chosen === null) return;
      select(chosen === null ? null : parseSelection(`namespace:${chosen}`));
    }
  };
  const onKeyDown = (event: KeyboardEvent) =>
    onPictureKey(event, { svg, places: picture.places, keyAt, press: choose });

  return (
    <div className="relative" style={shown}>
      <svg
        ref={svg}
        width={shown.width}
        height={shown.height}
        viewBox={`0 0 ${width} ${height}`}
        role="listbox"
        aria-label={messages.lens.picture(type)}
        className={canvasStyles.canvas}
        onKeyDown={onKeyDown}
        onClick={(event) => choose(event.target, event.shiftKey)}
        onPointerOver={(event) => hoverProcess(pidAt(event.target))}
        onPointerLeave={() => hoverProcess(null)}
        onFocus={(event) => {
          hoverProcess(pidAt(event.target));
          const box = boxAt(event.target);
          if (box !== null) setEntered(box);
        }}
        onBlur={() => hoverProcess(null)}
      >
        {parts.map(({ key, sentence, frame, ground, things, dots }) => (
          <g
            key={`${type} ${key}`}
            role={sentence === null ? undefined : 'group'}
            aria-label={sentence ?? undefined}
            aria-hidden={sentence === null && things.length === 0 ? true : undefined}
            {...saidOf(frame, styles)}
          >
            <Marks of={ground} styles={styles} />
            {things.map((thing, nth) => (
              <LensThing
                key={thing.identity}
                {...{ thing, styles }}
                inTabOrder={nth === 0 && key === first}
              />
            ))}
            {!flying &&
              dots.map((dot) => (
                <LensThing
                  key={dot.identity}
                  {...{ thing: dot, styles }}
                  inTabOrder={false}
                  lit={lit !== null && dot.key === dotKey(lit)}
                />
              ))}
          </g>
        ))}
      </svg>
      <canvas
        ref={canvas}
        aria-hidden
        className="pointer-events-none absolute inset-0"
        style={{ ...shown, visibility: flying ? 'visible' : 'hidden' }}
      />
    </div>
  );
}

function hasThings({ things }: LensPicture['parts'][number]): boolean {
  return things.length > 0;
}

function boxAt(target: EventTarget): string | null {
  const box = target instanceof Element ? target.closest('[data-box]') : null;
  return box?.getAttribute('data-box') ?? null;
}

/** The namespace that something between boxes speaks of. */
function namedAt(target: EventTarget): string | null {
  const of = target instanceof Element ? target.closest('[data-chooses]') : null;
  return of?.getAttribute('data-chooses') ?? null;
}

function keyAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  const pid = pidAt(target);
  if (pid !== null) return dotKey(pid);
  return target.closest('[data-key]')?.getAttribute('data-key') ?? null;
}
