import { useId, useState } from 'react';
import { isPossibleSize, LARGEST, LEAST } from '@lib/figure/figure-size';
import type { Size } from '@lib/layout/geometry';
import { useAllMessages } from '../store/messages';
import { canvasSize, PIXELS, usePictureChoice } from './picture-choice';

const FIELD =
  'rounded-md border border-line-strong bg-ground px-2 py-1 text-sm aria-invalid:border-warn';

/** How large pictures are, and how much of them is kept. @param onSize null: what is written is no size */
export function PictureForm({ onSize }: { onSize: (size: Size | null) => void }) {
  const { takeAway: words } = useAllMessages();
  const { size, pixels, isTrimmed } = usePictureChoice();
  const [typed, setTyped] = useState(() => {
    const { width, height } = size ?? canvasSize();
    return { width: String(width), height: String(height) };
  });
  const wrong = useId();
  const isWrong = sizeOf(typed) === null;
  const type = (side: keyof Size, text: string) => {
    const next = { ...typed, [side]: text };
    const found = sizeOf(next);
    setTyped(next);
    onSize(found);
    if (found !== null) usePictureChoice.setState({ size: found });
  };
  return (
    <fieldset className="mb-3 rounded-lg border border-line px-3 pt-1 pb-2.5 text-sm">
      <legend className="px-1 text-xs text-dim">{words.pictures}</legend>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {(['width', 'height'] as const).map((side) => (
          <label key={side} className="flex items-center gap-2">
            {words[side]}
            <input
              type="number"
              inputMode="numeric"
              min={LEAST[side]}
              max={LARGEST[side]}
              value={typed[side]}
              aria-invalid={isWrong}
              aria-describedby={isWrong ? wrong : undefined}
              className={`${FIELD} w-21 font-mono`}
              onChange={(event) => type(side, event.target.value)}
            />
          </label>
        ))}
        <label className="flex items-center gap-2">
          {words.pixels}
          <select
            value={pixels}
            className={FIELD}
            onChange={({ target }) =>
              usePictureChoice.setState({
                pixels: PIXELS.find((each) => String(each) === target.value) ?? pixels,
              })
            }
          >
            {PIXELS.map((times) => (
              <option key={times} value={times}>
                {words.pixelsEach(times)}
              </option>
            ))}
          </select>
        </label>
        <label className="flex cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-focus"
            checked={isTrimmed}
            onChange={({ target }) => usePictureChoice.setState({ isTrimmed: target.checked })}
          />
          {words.trim}
        </label>
      </div>
      {isWrong && (
        <p id={wrong} role="alert" className="mt-2 text-warn">
          {words.sizeWrong(between('width'), between('height'))}
        </p>
      )}
    </fieldset>
  );
}

/** Null: it is none that a figure can have. */
function sizeOf({ width, height }: Record<keyof Size, string>): Size | null {
  const size = { width: Number(width), height: Number(height) };
  const isWhole = Number.isInteger(size.width) && Number.isInteger(size.height);
  return isWhole && isPossibleSize(size) ? size : null;
}

function between(side: keyof Size): string {
  return `${LEAST[side]}–${LARGEST[side]}`;
}
