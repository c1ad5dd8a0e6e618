import { useRef, useState, type KeyboardEvent } from 'react';
import { Marks, saidOf } from '@components/canvas/marks';
import { onPictureKey, pidAt } from '@components/canvas/picture-keys';
import type { KernelPicture } from '@lib/scene/kernel/kernel-picture';
import { processKey } from '@lib/scene/kernel/process-row';
import { alsoChosen } from '@lib/select/chosen';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { LensThing } from '../lens/lens-thing';
import styles from './kernel.module.css';

interface DrawnKernelProps {
  picture: KernelPicture;
  /** How much larger than the picture has it all is shown. */
  zoom: number;
  /** Draws the containers that are only counted, or counts them again. */
  onOpen: () => void;
}

/** The drawing. Keys and clicks are handled here. */
export function DrawnKernel({ picture, zoom, onOpen }: DrawnKernelProps) {
  const messages = useAllMessages();
  const select = useNsview((store) => store.select);
  const choose = useNsview((store) => store.choose);
  const selection = useNsview((store) => store.viewState.select);
  const lit = useNsview((store) => store.hoveredPid);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  const svg = useRef<SVGSVGElement>(null);
  const [entered, setEntered] = useState<string | null>(null);
  const { width, height } = picture.size;
  const first = picture.parts.flatMap(({ things }) => things.map(({ key }) => key));
  const inTabOrder = entered !== null && first.includes(entered) ? entered : first[0];

  const press = (key: string | null, also: boolean) => {
    const target = key === null ? undefined : picture.targets.get(key);
    if (target === undefined) {
      // What can be pointed at and leads nowhere leaves all as it is.
      if (key === null) select(null);
      return;
    }
    if (target.kind === 'folded') return onOpen();
    if (target.kind === 'process') return select({ kind: 'process', pid: target.pid });
    if (also) return select(alsoChosen(selection, target.ref));
    choose({ kind: 'container', ref: target.ref });
  };
  const onKeyDown = (event: KeyboardEvent) =>
    onPictureKey(event, {
      svg,
      places: picture.places,
      keyAt,
      press: (target, also) => press(keyAt(target), also),
    });

  return (
    <svg
      ref={svg}
      width={width * zoom}
      height={height * zoom}
      viewBox={`0 0 ${width} ${height}`}
      role="listbox"
      aria-label={messages.kernel.picture}
      className={styles.canvas}
      onKeyDown={onKeyDown}
      onClick={(event) => press(keyAt(event.target), event.shiftKey)}
      onPointerOver={(event) => hoverProcess(pidAt(event.target))}
      onPointerLeave={() => hoverProcess(null)}
      onFocus={(event) => {
        setEntered(keyAt(event.target));
        hoverProcess(pidAt(event.target));
      }}
      onBlur={() => hoverProcess(null)}
    >
      {picture.parts.map(({ key, sentence, frame, ground, things }) => (
        <g
          key={key}
          role={sentence === null ? undefined : 'group'}
          aria-label={sentence ?? undefined}
          aria-hidden={things.length === 0 ? true : undefined}
          {...saidOf(frame, styles)}
        >
          <Marks of={ground} styles={styles} />
          {things.map((thing) => (
            <LensThing
              key={thing.identity}
              {...{ thing, styles }}
              inTabOrder={thing.key === inTabOrder}
              lit={lit !== null && thing.key === processKey(lit)}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

function keyAt(target: EventTarget): string | null {
  const of = target instanceof Element ? target.closest('[data-key]') : null;
  return of?.getAttribute('data-key') ?? null;
}
