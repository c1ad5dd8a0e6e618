import { useAllMessages } from '@components/store/messages';
import type { Findings } from '@lib/findings/finding';
import { undecidedTogether } from '@lib/report/undecided-together';

/** Of so many it is said whose it is. */
const NAMES = 8;

interface LeftOpenProps {
  told: Findings;
  /** Are they of several containers, so that it is to be said of which? */
  isNamed: boolean;
}

/** What is not known: engines that did not tell, rules that could not be decided, and those that are about nothing here. */
export function LeftOpen({ told: { unknown, silent, inapplicable }, isNamed }: LeftOpenProps) {
  const { findingList: words, findings } = useAllMessages();
  const whose = (names: readonly string[]) =>
    names.length > NAMES
      ? [...names.slice(0, NAMES), words.moreNames(names.length - NAMES)]
      : names;
  const lines = [
    ...silent.map((endpoint) => ({ of: 'engine', title: '', text: findings.silent(endpoint) })),
    ...undecidedTogether(unknown).map(({ rule, reason, names }) => ({
      of: rule,
      title: isNamed ? names.join(', ') : '',
      text: words.notKnown(
        isNamed ? whose(names) : [],
        findings.looksFor[rule],
        findings.reason(reason),
      ),
    })),
  ];
  if (lines.length + inapplicable.length === 0) return null;
  return (
    <ul
      aria-label={findings.unknown}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,34rem),1fr))] gap-x-6 gap-y-1 border-t border-line px-4 py-2 text-[0.9rem]"
    >
      {lines.map(({ of, title, text }) => (
        <li key={text} data-unreadable={of} title={title} className="text-warn">
          <span aria-hidden>? </span>
          {text}
        </li>
      ))}
      {inapplicable.map(({ rule, reason }) => (
        <li key={rule} data-inapplicable={rule} className="text-dim">
          {words.doesNotApply(findings.looksFor[rule], findings.reason(reason))}
        </li>
      ))}
    </ul>
  );
}
