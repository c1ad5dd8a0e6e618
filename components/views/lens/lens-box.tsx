import { memo } from 'react';
import type { DotLook } from '@lib/layout/lens/dot-look';
import { UNKNOWN_BOX, type LensBox } from '@lib/layout/lens/lens-boxes';
import type { PlacedBox } from '@lib/layout/lens/lens-layout';
import { fittedList, sansWidth, shortened } from '@lib/layout/node-text';
import { inodeOf, kernelName } from '@lib/model/ids';
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
  alsoHidden: Messages['filters']['withHidden'];
  children: React.ReactNode;
}

/** The kernel's name for a namespace is written this large, and who is in it that large. */
const NAME = 13;
const SAID = 12;
/** Width of a character of the mono face, in ems. */
const MONO = 0.61;
/** Below this height of the title both stand in one line. */
const TWO_LINES = 40;
const MARK = 11;

/** A namespace: its name, who is in it, and the dots. */
export const LensBoxGroup = memo(function LensBoxGroup(props: LensBoxProps) {
  const { placed, look, type, messages, alsoHidden } = props;
  const { box, x, y, width, height } = placed;
  const count = box.dots.length + box.condensed;
  const name = box.key === UNKNOWN_BOX ? messages.unknown : kernelName(box.key);
  const said = (room: number) => saidOf(box, type, props.total, room, messages, alsoHidden);
  const sentence = messages.box(name, said(Infinity), count);
  const title = titleOf(box, name, said, width - 2 * MARK, look.title >= TWO_LINES);
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
          <text className={styles.name} fontSize={title.size} x={x + MARK} y={y + title.size + 7}>
            {title.name}
          </text>
          {title.said !== null && (
            <text
              className={styles.said}
              fontSize={SAID}
              x={title.below ? x + MARK : x + MARK + title.nameWidth + 10}
              y={title.below ? y + title.size + 25 : y + title.size + 7}
            >
              {title.said}
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
  const text = box.host
    ? messages.condensed(box.condensed)
    : messages.condensedElsewhere(box.condensed);
  const label = `${text} · ${messages.open}`;
  const shown =
    [label, text].find((words) => sansWidth(words, SAID) <= strip.width - 8) ?? `+${box.condensed}`;
  const room = strip.width - sansWidth(label, SAID) - 34;
  const marks = Math.max(0, Math.min(box.condensed, Math.floor(room / 13)));
  const middle = strip.y + strip.height / 2 - 4;
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
        {Array.from({ length: marks }, (_, index) => (
          <circle
            key={index}
            className={styles.outsider}
            cx={strip.x + 5 + index * 13}
            cy={middle}
            r={4}
          />
        ))}
        <text className={styles.said} fontSize={SAID} x={strip.x + marks * 13 + 8} y={middle + 4}>
          {shown}
        </text>
      </g>
    </g>
  );
}

/** Who is in it, in as many words as there is room for. */
function saidOf(
  box: LensBox,
  type: NamespaceType,
  total: number,
  room: number,
  { members }: Messages['lens'],
  alsoHidden: LensBoxProps['alsoHidden'],
): string {
  const told = (text: string) => (box.hidden === 0 ? text : alsoHidden(text, box.hidden));
  const names = box.members.map((container) => container.name);
  if (box.host) {
    if (type === 'pid') return told(members.hostSeesAll(total));
    return names.length === 0
      ? told(members.host)
      : fittedList(names, room, SAID, (shown, more) =>
          told(members.hostWith(more === 0 ? shown : [...shown, `+${more}`])),
        );
  }
  const [only] = names;
  if (only === undefined) return told(members.none(box.dots.length + box.condensed));
  if (names.length === 1) return told(members.alone(only));
  return fittedList(names, room, SAID, (shown, more) => told(members.shared(shown, more)));
}

interface Title {
  name: string;
  nameWidth: number;
  size: number;
  said: string | null;
  /** Who is in it stands in a line of its own. */
  below: boolean;
}

function titleOf(
  box: LensBox,
  name: string,
  said: (room: number) => string,
  room: number,
  twoLines: boolean,
): Title {
  const size = twoLines ? NAME : NAME - 2;
  const short = box.key === UNKNOWN_BOX ? name : `…${inodeOf(box.key).slice(-4)}`;
  const shownName = name.length * size * MONO <= room ? name : short;
  const nameWidth = shownName.length * size * MONO;
  if (twoLines) {
    return {
      name: shownName,
      nameWidth,
      size,
      said: shortened(said(room), room, SAID),
      below: true,
    };
  }
  // One line for both: the short name, and who is in it as far as it goes.
  const shortWidth = short.length * size * MONO;
  const left = room - shortWidth - 10;
  return {
    name: short,
    nameWidth: shortWidth,
    size,
    said: left > 30 ? shortened(said(left), left, SAID) : null,
    below: false,
  };
}
