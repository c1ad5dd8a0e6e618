import { memo, useRef } from 'react';
import { Marks, placeOf, saidOf } from '@components/canvas/marks';
import type { Thing } from '@lib/scene/mark';
import type { SharingRole } from '@lib/scene/sharing-role';
import { useArrival } from './arrival';
import { NoNativeTip } from './no-native-tip';
import styles from './sharing.module.css';

interface ThingProps {
  thing: Thing<SharingRole>;
  faded: boolean;
}

/** A ring or a diamond: something to be pointed at, walked to and chosen. */
export const PictureThing = memo(function PictureThing({ thing, faded }: ThingProps) {
  const { key, sentence, selected, drawing } = thing;
  const inside = useRef<SVGGElement>(null);
  useArrival(inside, drawing.role === 'hub' ? 'hub' : 'ring');
  return (
    <g
      {...classed(drawing, faded)}
      transform={placeOf(drawing.at)}
      role="option"
      tabIndex={0}
      aria-selected={selected}
      data-key={key}
    >
      <title>{sentence}</title>
      <g ref={inside} aria-hidden className={styles.coming}>
        <NoNativeTip />
        <Marks of={drawing.children} styles={styles} />
      </g>
    </g>
  );
});

/** Many as one (ties to the host, stopped containers): a button that opens it into single ones. */
export const PictureBundle = memo(function PictureBundle({ thing, faded }: ThingProps) {
  const { sentence, selected, drawing } = thing;
  return (
    <g
      {...classed(drawing, faded)}
      transform={placeOf(drawing.at)}
      role="button"
      tabIndex={0}
      aria-expanded={selected}
    >
      <title>{sentence}</title>
      <g aria-hidden>
        <NoNativeTip />
        <Marks of={drawing.children} styles={styles} />
      </g>
    </g>
  );
});

function classed(drawing: Thing<SharingRole>['drawing'], faded: boolean) {
  const said = saidOf(drawing, styles);
  return faded ? { ...said, className: `${said.className ?? ''} ${styles.faded ?? ''}` } : said;
}
