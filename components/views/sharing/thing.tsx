import { memo, useRef } from 'react';
import { useSign } from '@components/store/differences';
import { DifferenceMark } from '@components/ui/difference-mark';
import { Marks, placeOf, saidOf } from '@components/canvas/marks';
import { SIGN_AT } from '@lib/scene/difference-signs';
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
  const isHub = drawing.role === 'hub';
  useArrival(inside, isHub ? 'hub' : 'ring');
  // Of a moment that is compared with another.
  const sign = useSign(isHub ? key : thing.identity);
  return (
    <g
      {...classed(drawing, faded)}
      transform={placeOf(drawing.at)}
      role="option"
      tabIndex={0}
      aria-selected={selected}
      data-key={key}
    >
      <title>{sign === null ? sentence : `${sentence}. ${sign.word}`}</title>
      <g ref={inside} aria-hidden className={styles.coming}>
        <NoNativeTip />
        <Marks of={drawing.children} styles={styles} />
      </g>
      {sign !== null && (
        <DifferenceMark difference={sign.difference} {...SIGN_AT[isHub ? 'hub' : 'ring']} />
      )}
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
