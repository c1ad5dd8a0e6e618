import { memo, type ReactNode } from 'react';
import { Marks, saidOf } from '@components/canvas/marks';
import type { LensBoxScene } from '@lib/scene/lens-box';
import styles from './lens.module.css';

interface LensBoxProps {
  box: LensBoxScene;
  inTabOrder: boolean;
  children: ReactNode;
}

/** A namespace: its name, who is in it, and the dots. */
export const LensBoxGroup = memo(function LensBoxGroup(props: LensBoxProps) {
  const { key, sentence, frame, outline, head, strip } = props.box;
  return (
    <g role="group" aria-label={sentence} {...saidOf(frame, styles)}>
      <Marks of={[outline]} styles={styles} />
      <g
        role="option"
        tabIndex={props.inTabOrder ? 0 : -1}
        aria-selected={head.selected}
        data-key={key}
        {...saidOf(head.drawing, styles)}
      >
        <title>{sentence}</title>
        <g aria-hidden>
          <Marks of={head.drawing.children} styles={styles} />
        </g>
      </g>
      {strip !== null && (
        <g
          role="option"
          aria-selected={false}
          tabIndex={-1}
          data-key={strip.key}
          {...saidOf(strip.drawing, styles)}
        >
          <title>{strip.sentence}</title>
          <g aria-hidden>
            <Marks of={strip.drawing.children} styles={styles} />
          </g>
        </g>
      )}
      {props.children}
    </g>
  );
});
