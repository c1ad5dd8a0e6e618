import { useAllMessages } from '../store/messages';

/** What came of the last wish. */
export type Outcome =
  | { kind: 'none' }
  /** Of how many that are drawn what they isolate is known by now; null: the rest is done. */
  | { kind: 'waiting'; reading: { known: number; of: number } | null }
  | { kind: 'saved'; name: string; missing: number }
  /** `what` is on the clipboard; null: the link. */
  | { kind: 'copied'; what: string | null; missing: number }
  | { kind: 'failed'; why: string }
  /** The clipboard was refused: what should be on it, and what that is; a picture has no text. */
  | { kind: 'refused'; what: string; text: string | null };

/** Says it, and hands over what was refused, to be copied by hand. */
export function Told({ outcome }: { outcome: Outcome }) {
  const { takeAway: words } = useAllMessages();
  const without = 'missing' in outcome && outcome.missing > 0 ? words.without(outcome.missing) : '';
  const text = () => {
    switch (outcome.kind) {
      case 'none':
        return '';
      case 'waiting':
        return outcome.reading === null
          ? words.waiting
          : words.reading(outcome.reading.known, outcome.reading.of);
      case 'copied':
        return outcome.what === null ? words.linkCopied : words.copied(outcome.what) + without;
      case 'saved':
        return words.saved(outcome.name) + (without === '' ? '' : words.stop) + without;
      case 'failed':
        return words.failed(outcome.why);
      case 'refused':
        return outcome.text === null ? words.noPictures : words.copyFailed;
    }
  };
  const isBad = outcome.kind === 'failed' || outcome.kind === 'refused' || without !== '';
  return (
    <>
      <p
        role="status"
        className={`mt-3 min-h-[1.5em] text-sm [overflow-wrap:anywhere] ${isBad ? 'text-warn' : ''}`}
      >
        {text()}
      </p>
      {outcome.kind === 'refused' && outcome.text !== null && (
        <textarea
          readOnly
          autoFocus
          rows={outcome.text.includes('\n') ? 4 : 1}
          aria-label={outcome.what}
          value={outcome.text}
          className="mt-1 block w-full resize-none rounded-md border border-line-strong bg-ground px-2.5 py-1.5 font-mono text-sm"
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
