import { memo, useRef } from 'react';
import { fittedList } from '@lib/layout/node-text';
import { HUB_LABEL_WIDTH, hubLabelLines } from '@lib/layout/places';
import { TYPE_LETTERS } from '@lib/layout/ring';
import type { Hub } from '@lib/sharing/graph';
import type { Messages } from '@lib/i18n/messages';
import { kernelName } from '@lib/model/ids';
import { useArrival } from './arrival';
import { NoNativeTip } from './no-native-tip';
import { PinMark } from './pin-mark';
import styles from './sharing.module.css';

interface HubNodeProps {
  messages: Messages;
  hub: Hub;
  /** The names of its members, joined by `/`, which no container's name has: a prop that compares. */
  memberNames: string;
  /** The same without what Compose put before them. */
  shortNames: string;
  x: number;
  y: number;
  labelAbove: boolean;
  /** How large its label is: the kernel's name, and who shares it. */
  idSize: number;
  membersSize: number;
  selected: boolean;
  stale: boolean;
  faded: boolean;
  pinned: boolean;
}

/** A namespace that several containers share: a diamond with the kernel's name for it. */
export const HubNode = memo(function HubNode(props: HubNodeProps) {
  const {
    messages,
    hub,
    memberNames,
    shortNames,
    x,
    y,
    labelAbove,
    idSize,
    membersSize,
    selected,
    stale,
    faded,
    pinned,
  } = props;
  const { sharing, filters } = messages;
  const drawing = useRef<SVGGElement>(null);
  useArrival(drawing, 'hub');
  const names = memberNames.split('/');
  const id = kernelName(hub.id);
  const hidden = hub.hidden.length;
  const alsoHidden = (text: string) => (hidden === 0 ? text : filters.withHidden(text, hidden));
  const label = alsoHidden((hub.ofEngine ? sharing.hub.engine : sharing.hub.label)(id, names));
  const [first, second] = hubLabelLines(labelAbove);
  return (
    <g
      transform={`translate(${x},${y})`}
      className={`${styles.hub} ${stale ? styles.stale : ''} ${faded ? styles.faded : ''}`}
      role="option"
      tabIndex={0}
      aria-selected={selected}
      data-hue={hub.type}
      data-key={hub.id}
      data-hub={hub.id}
      data-pinned={pinned || undefined}
    >
      <title>{pinned ? `${label}. ${sharing.pin.pinned}` : label}</title>
      <g ref={drawing} aria-hidden className={styles.coming}>
        <NoNativeTip />
        <rect className={styles.hit} x={-60} y={labelAbove ? -46 : -14} width={120} height={60} />
        <rect
          className={styles.diamond}
          x={-9}
          y={-9}
          width={18}
          height={18}
          rx={2.5}
          transform="rotate(45)"
        />
        <text className={styles.letter}>{TYPE_LETTERS[hub.type]}</text>
        {selected && <circle className={styles.selection} r={18} />}
        <circle className={styles.focusRing} r={17} />
        <text className={styles.kernelName} fontSize={idSize} y={first}>
          {id}
        </text>
        <text className={styles.sharedBy} fontSize={membersSize} y={second}>
          {fittedList(shortNames.split('/'), HUB_LABEL_WIDTH, membersSize, (shown, more) =>
            alsoHidden((hub.ofEngine ? sharing.hub.engineWith : sharing.hub.sharedBy)(shown, more)),
          )}
        </text>
        {pinned && <PinMark x={21} y={0} />}
      </g>
    </g>
  );
});
