import { memo } from 'react';
import type { DotLook } from '@lib/layout/lens/dot-look';
import {
  boxMembers,
  boxName,
  boxTitle,
  condensedText,
  SAID,
  stripText,
} from '@lib/layout/lens/box-text';
import { UNKNOWN_BOX, type LensBox } from '@lib/layout/lens/lens-boxes';
import type { PlacedBox } from '@lib/layout/lens/lens-layout';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Messages } from '@lib/i18n/messages';
import styles from './lens.module.css';

interface LensBoxProps {
  placed: PlacedBox;
  look: DotLook;
  type: NamespaceType;
  /** Of all processes of the machine, for the box that sees them all. */
  total: number;
  selected: boolean;
  inTabOrder: boolean;
  onToggle: (key: LensBox['key']) => void;
  opened: boolean;
  messages: Messages['lens'];
  children: React.ReactNode;
}

/** A namespace: its name, who is in it, and the dots. */
export const LensBoxGroup = memo(function LensBoxGroup(props: LensBoxProps) {
  const { placed, look, type, messages } = props;
  const { box, x, y, width, height } = placed;
  const count = box.dots.length + box.condensed;
  const members = boxMembers(box, type, props.total, Infinity, messages);
  const sentence = messages.box(boxName(box, messages), members, count);
  const { name, said } = boxTitle(placed, look, type, props.total, messages);
  return (
    <g
      role="group"
      aria-label={sentence}
      data-box={box.key}
      data-count={count}
      data-hue={type}
      className={box.host ? styles.ofHost : box.key === UNKNOWN_BOX ? styles.ofUnknown : undefined}
    >
      <rect className={styles.box} x={x} y={y} width={width} height={height} rx={10} />
      <g
        role="option"
        tabIndex={props.inTabOrder ? 0 : -1}
        aria-selected={props.selected}
        data-key={box.key}
        className={styles.head}
      >
        <title>{sentence}</title>
        <rect
          className={styles.headGround}
          x={x + 3}
          y={y + 3}
          width={width - 6}
          height={look.title - 6}
          rx={8}
        />
        <g aria-hidden>
          {name !== null && (
            <text className={styles.name} fontSize={name.size} x={name.x} y={name.y}>
              {name.text}
            </text>
          )}
          {said !== null && (
            <text className={styles.said} fontSize={SAID} x={said.x} y={said.y}>
              {said.text}
            </text>
          )}
        </g>
      </g>
      {placed.strip !== null && <Strip {...props} strip={placed.strip} />}
      {props.children}
    </g>
  );
});

/** Grey dots that stand for processes, and how many these are; a click draws each. */
function Strip({
  placed,
  strip,
  onToggle,
  messages,
}: LensBoxProps & { strip: NonNullable<PlacedBox['strip']> }) {
  const { box } = placed;
  const text = condensedText(box, messages);
  const label = `${text} · ${messages.open}`;
  const drawn = stripText(box, strip, [label, text]);
  return (
    <g
      role="option"
      aria-selected={false}
      tabIndex={-1}
      data-key={`open ${box.key}`}
      className={styles.strip}
      onClick={(event) => {
        event.stopPropagation();
        onToggle(box.key);
      }}
    >
      <title>{label}</title>
      <rect
        className={styles.headGround}
        x={strip.x - 6}
        y={strip.y - 2}
        width={strip.width + 12}
        height={strip.height - 4}
        rx={8}
      />
      <g aria-hidden>
        {drawn.dots.map(({ x, y, radius }) => (
          <circle key={x} className={styles.outsider} cx={x} cy={y} r={radius} />
        ))}
        <text className={styles.said} fontSize={SAID} x={drawn.x} y={drawn.y}>
          {drawn.text === label ? (
            <>
              {text} · <tspan className={styles.link}>{messages.open}</tspan>
            </>
          ) : (
            drawn.text
          )}
        </text>
      </g>
    </g>
  );
}
