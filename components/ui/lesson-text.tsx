import { keptTogether } from '@lib/i18n/kept-together';
import { textParts, type TextPart } from '@lib/lessons/text';

interface LessonTextProps {
  children: string;
  /** Is it a line or two, that is broken behind a sign of Chinese sooner than in what one sign sets apart? */
  isBrokenAtSigns?: boolean;
}

/** Behind signs of Chinese, where a sentence is taken breath in. */
const SIGNS = /(?<=[：，；。？！])/;

/** So many signs of code are not broken: of an option whose dashes stand in a line of their own nothing is learnt. */
const LONGEST_WHOLE = 20;

/** What a lesson says, with what a machine knows by that name as code; no number is parted from what it counts. */
export function LessonText({ children, isBrokenAtSigns = false }: LessonTextProps) {
  if (!isBrokenAtSigns) return <Parts of={textParts(children)} />;
  return children.split(SIGNS).map((clause, nth) => (
    <span key={nth} className="inline-block">
      <Parts of={textParts(clause)} />
    </span>
  ));
}

function Parts({ of }: { of: readonly TextPart[] }) {
  return of.map(({ text, isCode }, nth) =>
    isCode ? (
      <code
        key={nth}
        className={text.length > LONGEST_WHOLE ? 'font-mono' : 'font-mono whitespace-nowrap'}
      >
        {text}
      </code>
    ) : (
      keptTogether(text)
    ),
  );
}
