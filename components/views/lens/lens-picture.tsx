import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import { nearestInDirection } from '@lib/layout/nearest';
import type { LensBox } from '@lib/layout/lens/lens-boxes';
import type { LensLayout } from '@lib/layout/lens/lens-layout';
import type { ContainerKey } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { stripKey } from '@lib/scene/lens-box';
import { dotKey } from '@lib/scene/lens-dot';
import { LensScenes } from '@lib/scene/lens-scene';
import { alsoChosen, chosenIn } from '@lib/select/chosen';
import { refOf } from '@lib/select/container-ref';
import { HOST } from '@lib/model/host-word';
import { parseSelection } from '@lib/view-state/view-state';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { LensBoxGroup } from './lens-box';
import { LensDot } from './lens-dot';
import { useFlight } from './use-flight';
import styles from './lens.module.css';
import { containersByKey, containerOf } from '@lib/model/containers-by-key';

interface LensPictureProps {
  snapshot: Snapshot;
  /** Of all processes of the machine, shown or not. */
  total: number;
  type: NamespaceType;
  layout: LensLayout;
  /** How much larger than the layout has it all is shown. */
  zoom: number;
  colours: ReadonlyMap<ContainerKey, string>;
  onToggle: (key: LensBox['key']) => void;
}

/** The drawing: boxes with their dots, and the canvas on which dots travel. Keys and clicks are handled here. */
export function LensPicture(props: LensPictureProps) {
  const { snapshot, total, type, layout, zoom, colours } = props;
  const messages = useAllMessages();
  const select = useNsview((store) => store.select);
  const selection = useNsview((store) => store.viewState.select);
  const lit = useNsview((store) => store.hoveredPid);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  const svg = useRef<SVGSVGElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [entered, setEntered] = useState<string | null>(null);
  const flying = useFlight(canvas, layout, type, colours, zoom);
  const byKey = useMemo(() => containersByKey(snapshot.containers), [snapshot]);
  const { width, height } = layout.size;
  const shown = { width: width * zoom, height: height * zoom };
  const chosen = useMemo(() => chosenIn(snapshot, selection), [snapshot, selection]);
  const [scenes] = useState(() => new LensScenes());
  const boxes = useMemo(
    () =>
      scenes.draw({
        ...{ snapshot, total, type, layout, colours, chosen },
        ...{ opens: true, messages: messages.lens },
      }),
    [scenes, snapshot, total, type, layout, colours, chosen, messages],
  );
  const first = layout.boxes.some(({ box }) => box.key === entered)
    ? entered
    : layout.boxes[0]?.box.key;

  const choose = (target: EventTarget, also: boolean) => {
    const pid = pidAt(target);
    if (pid !== null) {
      const process = snapshot.processes.find((each) => each.pid === pid);
      const container = process === undefined ? null : containerOf(process, byKey);
      const ref = container === null ? HOST : refOf(snapshot, container);
      select(also ? alsoChosen(selection, ref) : { kind: 'container', ref });
      return;
    }
    const key = keyAt(target);
    const opened = layout.boxes.find(({ box }) => stripKey(box.key) === key);
    if (opened !== undefined) {
      props.onToggle(opened.box.key);
    } else {
      select(key === null ? null : parseSelection(`namespace:${key}`));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = keyAt(event.target);
    if (from === null) return;
    const stroke = strokeOf(event);
    const { walk, choose: one, compare } = KEYS.everywhere;
    if (actionOf({ ...one, ...compare }, stroke) !== null) {
      event.preventDefault();
      choose(event.target, event.shiftKey);
      return;
    }
    const direction = actionOf(walk, stroke);
    if (direction === null) return;
    event.preventDefault();
    const next = nearestInDirection(placesIn(layout), from, direction);
    if (next === null) return;
    const element = svg.current?.querySelector<SVGElement>(`[data-key="${CSS.escape(next)}"]`);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="relative" style={shown}>
      <svg
        ref={svg}
        width={shown.width}
        height={shown.height}
        viewBox={`0 0 ${width} ${height}`}
        role="listbox"
        aria-label={messages.lens.picture(type)}
        className={styles.canvas}
        onKeyDown={onKeyDown}
        onClick={(event) => choose(event.target, event.shiftKey)}
        onPointerOver={(event) => hoverProcess(pidAt(event.target))}
        onPointerLeave={() => hoverProcess(null)}
        onFocus={(event) => {
          hoverProcess(pidAt(event.target));
          const box = event.target.closest('[data-box]')?.getAttribute('data-box');
          if (box !== undefined) setEntered(box);
        }}
        onBlur={() => hoverProcess(null)}
      >
        {boxes.map(({ box, dots }) => (
          <LensBoxGroup key={`${type} ${box.key}`} box={box} inTabOrder={first === box.key}>
            {!flying &&
              dots.map((dot) => (
                <LensDot
                  key={dot.identity}
                  dot={dot}
                  lit={lit !== null && dot.key === dotKey(lit)}
                />
              ))}
          </LensBoxGroup>
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

/** Where everything that can be walked to stands. */
function placesIn({ boxes, look }: LensLayout): ReadonlyMap<string, { x: number; y: number }> {
  return new Map(
    boxes.flatMap(({ box, x, y, width, strip, dots }) => [
      [String(box.key), { x: x + width / 2, y: y + look.title / 2 }] as const,
      ...(strip === null
        ? []
        : [[stripKey(box.key), { x: strip.x + strip.width / 2, y: strip.y + 12 }] as const]),
      ...dots.map((dot) => [dotKey(dot.process.pid), { x: dot.x, y: dot.y }] as const),
    ]),
  );
}

function pidAt(target: EventTarget): number | null {
  const dot = target instanceof Element ? target.closest('[data-process]') : null;
  return dot === null ? null : Number(dot.getAttribute('data-process'));
}

function keyAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  const pid = pidAt(target);
  if (pid !== null) return dotKey(pid);
  return target.closest('[data-key]')?.getAttribute('data-key') ?? null;
}
