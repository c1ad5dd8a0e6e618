import { memo } from 'react';
import { Marks, placeOf, saidOf, type Styles } from '@components/canvas/marks';
import type { Thing } from '@lib/scene/mark';

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
      <title>{sentence}</title>
      <g aria-hidden>
        <Marks of={drawing.children} styles={styles} />
      </g>
    </g>
  );
});
