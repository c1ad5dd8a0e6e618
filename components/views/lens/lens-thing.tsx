import { memo } from 'react';
import { useSign } from '@components/store/differences';
import { DifferenceMark } from '@components/ui/difference-mark';
import { Marks, placeOf, saidOf, type Styles } from '@components/canvas/marks';
import type { Mark, Thing } from '@lib/scene/mark';

interface LensThingProps {
  thing: Thing;
  styles: Styles;
  inTabOrder: boolean;
  /** A process: is it the one that is pointed at? */
  lit?: boolean;
}

/** What can be pointed at and walked to: the head of a box, a process. */
export const LensThing = memo(function LensThing({
  thing,
  styles,
  inTabOrder,
  lit,
}: LensThingProps) {
  const { key, sentence, selected, drawing } = thing;
  // Of a moment that is compared with another: a namespace, or a container.
  const sign = useSign(key);
  return (
    <g
      role="option"
      tabIndex={inTabOrder ? 0 : -1}
      aria-selected={selected}
      data-key={key}
      data-lit={lit}
      {...saidOf(drawing, styles)}
      transform={placeOf(drawing.at)}
    >
      <title>{sign === null ? sentence : `${sentence}. ${sign.word}`}</title>
      <g aria-hidden>
        <Marks of={drawing.children} styles={styles} />
      </g>
      {sign !== null && (
        <DifferenceMark difference={sign.difference} {...cornerOf(drawing.children)} />
      )}
    </g>
  );
});

/** The upper right corner of the ground that it is drawn on. */
function cornerOf(marks: readonly Mark[]): { x: number; y: number } {
  const ground = marks.find((mark) => mark.kind === 'rect');
  return ground === undefined
    ? { x: 0, y: 0 }
    : { x: ground.x + ground.width - 4, y: ground.y + 2 };
}
