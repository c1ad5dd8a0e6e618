import { unbroken } from '@lib/shell/unbroken';

interface ShellWordsProps {
  children: string;
  /** The part that makes the difference; null: there is none. */
  mark?: string | null;
}

/** A browser breaks behind dashes: not in a box that fits into a line. */
const WHOLE = 'inline-block max-w-full';

/** A line for a shell, broken only where that changes nothing of what one would type. */
export function ShellWords({ children, mark = null }: ShellWordsProps) {
  return unbroken(children, mark).map((pieces, word) => (
    <span key={word} className={pieces.flat().some(isSaid) ? WHOLE : undefined}>
      {pieces.map((parts, piece) => (
        <span key={piece} className={pieces.length > 1 && parts.some(isSaid) ? WHOLE : undefined}>
          {parts.map(({ text, isMarked }, part) =>
            isMarked ? <mark key={part}>{text}</mark> : text,
          )}
        </span>
      ))}
    </span>
  ));
}

/** Is it more than what is between two words? */
function isSaid({ text }: { text: string }): boolean {
  return text.trim() !== '';
}
