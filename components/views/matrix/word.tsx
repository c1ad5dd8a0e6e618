import { sansWidth } from '@lib/layout/node-text';
import { firstThatFits } from '@lib/matrix/company';

/** The narrowest column, in the size of its words. */
const NARROW = 3.5;
/** As much of that size as a word has at least there, where less may be said instead. */
const LEAST = 0.75;

interface WordProps {
  /** What may be written, what says most first. */
  words: readonly string[];
}

/** What is written large in a cell, at a size at which it fits. Who hears it hears what says most. */
export function Word({ words }: WordProps) {
  const word = firstThatFits(words, NARROW / LEAST, 1, true);
  const fontSize = `min(1em, ${96 / sansWidth(word, 1, true)}cqi)`;
  const [most] = words;
  if (word === most) return <strong style={{ fontSize }}>{word}</strong>;
  return (
    <>
      <strong aria-hidden style={{ fontSize }}>
        {word}
      </strong>
      <span className="sr-only">{most} </span>
    </>
  );
}
