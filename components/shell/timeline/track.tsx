import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { happenings } from '@lib/facts/happenings';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import { sansWidth } from '@lib/layout/node-text';
import { labelsIn } from '@lib/layout/timeline/labels';
import { ticksIn } from '@lib/layout/timeline/ticks';
import { steppedIn } from '@lib/recording/past';
import { groupsOf } from '@lib/timeline/groups';
import { useSize } from '../../canvas/use-size';
import { useAllMessages } from '../../store/messages';
import { useClock } from './clock';
import { EventMark, mainOf } from './event-mark';
import { goTo, slideTo, startOf, type Moments } from './moments';
import styles from './timeline.module.css';
import { useRem } from './use-rem';

/** Milliseconds that a key moves it. */
const STEPS = { back: -1000, on: 1000, farBack: -10_000, farOn: 10_000 };
/** Rem, as in the style sheet: room of a tick with its time, of the widest label, of an event; a label's letters. */
const [TICK, WIDEST, EVENT, LABEL] = [8.5, 14, 1, 0.8125];
/** Pixels by which what is drawn is shorter than its slider. */
const THUMB = 16;

interface TrackProps {
  moments: Moments;
  /** The moment that it is compared with; null: with none. */
  start: number | null;
  onStart: (at: number) => void;
}

/** What happened, from left to right, and what goes to any moment of it. */
export function Track({ moments, start, onStart }: TrackProps) {
  const { timeline: words } = useAllMessages();
  const clock = useClock(startOf(moments));
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.max(0, (useSize(frame)?.width ?? 0) - THUMB);
  const rem = useRem();
  const { told, window, is } = moments;
  // While the thumb is held it stays where the hand is, whatever the server still tells.
  const [held, setHeld] = useState<number | null>(null);
  const at = held ?? moments.at;
  const length = Math.max(1, window.to - window.from);
  const share = (moment: number) => Math.min(1, Math.max(0, (moment - window.from) / length));
  const percent = (moment: number) => `${100 * share(moment)}%`;
  const stretch = (from: number, to: number) => ({
    left: percent(from),
    width: `${100 * Math.max(0, share(to) - share(from))}%`,
  });

  const groups = useMemo(
    () =>
      groupsOf(
        told.events.filter((event) => event.at >= window.from),
        width === 0 ? 0 : (length * EVENT * rem) / width,
      ).map((group) => ({ group, main: mainOf(group), said: happenings(group.events, words) })),
    [told, window, length, width, rem, words],
  );
  const texts = groups.map(({ said: [first = '', ...more] }) =>
    more.length === 0 ? first : `${first} +${more.length}`,
  );
  const labels = labelsIn(
    groups.map(({ group }, index) => ({
      x: share(group.at) * width,
      width: Math.min(WIDEST * rem, sansWidth(texts[index] ?? '', LABEL * rem) * 1.1),
    })),
    width,
  );
  const ticks = ticksIn(
    window.from,
    window.to,
    is === 'recording' ? 0 : Date.parse(told.startedAt),
    width / (TICK * rem),
  ).filter(
    // At the end is what is now.
    (tick) => is === 'recording' || share(tick) * width < width - (TICK * rem) / 2,
  );
  /** Keys move either slider alike. */
  const stepping = (before: number, go: (to: number) => void) => (event: KeyboardEvent) => {
    const action = actionOf(KEYS.recording.slide, strokeOf(event));
    if (action === null) return;
    event.preventDefault();
    go(steppedIn(told, before, STEPS[action]));
  };
  const unknown = [
    ...(told.from > window.from && is !== 'recording'
      ? [{ from: window.from, to: told.from }]
      : []),
    ...told.gaps,
  ];
  return (
    <div ref={frame} className={styles.track} data-timeline={is}>
      <div className={styles.drawn}>
        <span className={styles.line} />
        {unknown.map((gap) => (
          <span
            key={gap.from}
            className={styles.unknown}
            style={stretch(gap.from, gap.to)}
            title={words.unknown}
            data-gap
          />
        ))}
        {start !== null && (
          <span className={styles.span} style={stretch(Math.min(start, at), Math.max(start, at))} />
        )}
        {told.pins.map(({ from }, index) => (
          <button
            key={from}
            type="button"
            tabIndex={-1}
            data-pin={from}
            className={styles.flag}
            // Those that are older than all that is drawn stand at its beginning, side by side.
            style={{ left: from < window.from ? `${index * 2}rem` : percent(from) }}
            title={`${clock(from)} ${words.pinned}`}
            aria-label={`${clock(from)} ${words.pinned}`}
            onClick={() => goTo(moments, from)}
          >
            ●
          </button>
        ))}
        {groups.map(({ group, main, said }) => (
          <button
            key={group.from}
            type="button"
            tabIndex={-1}
            className={styles.event}
            style={{ left: percent(group.at) }}
            data-event={main?.what}
            data-at={group.at}
            data-hue={main?.types[0]}
            title={`${clock(group.at)} ${said.join('\n')}`}
            aria-label={`${clock(group.at)} ${said.join('. ')}`}
            onClick={() => goTo(moments, group.at)}
          >
            <EventMark what={main?.what ?? 'started'} />
          </button>
        ))}
        {labels.map(({ index, left }) => (
          <span
            key={groups[index]?.group.from}
            aria-hidden
            className={styles.label}
            style={{ left }}
          >
            {texts[index]}
          </span>
        ))}
        {ticks.map((tick) => (
          <span key={tick} aria-hidden className={styles.tick} style={{ left: percent(tick) }}>
            {clock(tick)}
          </span>
        ))}
        {start !== null && (
          <span
            aria-hidden
            className={styles.flag}
            style={{ left: percent(start), ...aside(start <= at) }}
          >
            A {clock(start)}
          </span>
        )}
        {(start !== null || is !== 'live') && (
          <span
            aria-hidden
            className={styles.flag}
            style={{ left: percent(at), ...(start === null ? {} : aside(at < start)) }}
            data-shown={at}
          >
            {start !== null && 'B '}
            {clock(at)}
          </span>
        )}
        {is !== 'recording' && <span className={styles.now} />}
      </div>
      <input
        type="range"
        className={styles.slider}
        min={window.from}
        max={window.to}
        step={1}
        value={Math.round(at)}
        aria-label={words.moment}
        aria-valuetext={is === 'live' ? words.live : clock(at)}
        onKeyDown={stepping(at, (to) => goTo(moments, to))}
        onPointerDown={() => setHeld(at)}
        onPointerUp={() => setHeld(null)}
        onPointerCancel={() => setHeld(null)}
        onChange={({ target }) => {
          const to = Number(target.value);
          setHeld((now) => (now === null ? null : to));
          slideTo(moments, to);
        }}
      />
      {start !== null && (
        <input
          type="range"
          className={`${styles.slider} ${styles.start}`}
          min={window.from}
          max={window.to}
          step={1}
          value={Math.round(start)}
          aria-label={words.start}
          aria-valuetext={clock(start)}
          onKeyDown={stepping(start, (to) => onStart(Math.max(told.from, to)))}
          onChange={({ target }) => onStart(Math.max(told.from, Number(target.value)))}
        />
      )}
    </div>
  );
}

/** Of two that may stand close together, one is written to the left and the other to the right. */
function aside(isEarlier: boolean) {
  return { transform: `translateX(${isEarlier ? -90 : -10}%)` };
}
