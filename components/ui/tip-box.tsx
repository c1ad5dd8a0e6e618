import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { TYPE_LETTERS } from '@lib/layout/ring';
import type { TipLine } from '@lib/facts/tip-line';

interface TipBoxProps {
  lines: readonly TipLine[];
  /** What it must not cover, in the window's coordinates. */
  around: DOMRect;
  note: string | null;
  /** What belongs to it: better not covered either. */
  related: () => Iterable<Element>;
}

/** Pixels between it and what it explains, and between it and the picture's edges. */
const GAP = 10;
const MARGIN = 8;

/** What something in the picture means, in sentences beside it. */
export function TipBox({ lines, around, note, related }: TipBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const place = useEffectEvent(() => {
    const { current } = box;
    const frame = current?.offsetParent?.getBoundingClientRect();
    if (current === null || frame === undefined) return;
    const { width, height } = current.getBoundingClientRect();
    const within = (at: number, size: number, room: number) =>
      Math.max(MARGIN, Math.min(at, room - size - MARGIN));
    const target = {
      left: around.left - frame.left,
      right: around.right - frame.left,
      top: around.top - frame.top,
      bottom: around.bottom - frame.top,
    };
    const centred = within((target.left + target.right - width) / 2, width, frame.width);
    const level = within((target.top + target.bottom - height) / 2, height, frame.height);
    const beside = [
      { left: centred, top: target.bottom + GAP },
      { left: centred, top: target.top - GAP - height },
      { left: target.right + GAP, top: level },
      { left: target.left - GAP - width, top: level },
    ];
    const ways = beside.filter(
      ({ left, top }) =>
        left >= MARGIN &&
        top >= MARGIN &&
        left + width + MARGIN <= frame.width &&
        top + height + MARGIN <= frame.height,
    );
    const things = [...related()].map((thing) => thing.getBoundingClientRect());
    const hidden = ({ left, top }: { left: number; top: number }) =>
      things.filter(
        (thing) =>
          thing.left - frame.left < left + width &&
          thing.right - frame.left > left &&
          thing.top - frame.top < top + height &&
          thing.bottom - frame.top > top,
      ).length;
    const [way] = ways.sort((one, other) => hidden(one) - hidden(other));
    current.style.left = `${way?.left ?? MARGIN}px`;
    current.style.top = `${way?.top ?? MARGIN}px`;
  });
  useLayoutEffect(() => {
    place();
  }, [lines, around, note]);

  return (
    <div
      ref={box}
      role="tooltip"
      className="pointer-events-none absolute z-20 w-max max-w-[min(30rem,90%)] rounded-lg border border-line-strong bg-raised px-3 py-2 text-[0.9rem] leading-snug shadow-lg"
    >
      {lines.map(({ type, text }) => (
        <p key={text} className="flex items-baseline gap-2 py-0.5">
          {type !== null && (
            <span
              aria-hidden
              data-hue={type}
              className="w-3.5 shrink-0 text-center font-bold text-[color:var(--hue-text)]"
            >
              {TYPE_LETTERS[type]}
            </span>
          )}
          <span>{text}</span>
        </p>
      ))}
      {note !== null && <p className="pt-1 text-[0.85em] text-dim">{note}</p>}
    </div>
  );
}
