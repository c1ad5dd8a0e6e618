import { Braces, Image, Link2, Spline, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DialogProps } from '../ui/dialog-button';
import { useTheme } from '../store/theme';
import { useLanguage, useAllMessages } from '../store/messages';
import { useNsview, useView } from '../store/store';
import { linkTo } from './link';
import {
  figureFile,
  pictureFile,
  snapshotFile,
  type Made,
  type Progress,
  type Shown,
} from './make-files';
import { save } from './save';

/** What came of the last wish. */
type Outcome =
  | { kind: 'none' | 'copied' }
  /** Of how many that are drawn what they isolate is known by now; null: the rest is done. */
  | { kind: 'waiting'; reading: { known: number; of: number } | null }
  | { kind: 'saved'; name: string; missing: number }
  | { kind: 'failed'; why: string }
  /** The clipboard was refused: the link itself. */
  | { kind: 'refused'; link: string };

/** What is shown, as files and as a link. It opens as soon as it is there. */
export function TakeAwayDialog({ onClose }: DialogProps) {
  const { takeAway: words } = useAllMessages();
  const shown = useShown();
  const dialog = useRef<HTMLDialogElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const ways = useRef<HTMLDivElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    ways.current?.querySelector('button')?.focus();
  }, []);

  const make = (way: (shown: Shown, progress: Progress) => Promise<Made>) => () => {
    if (shown === null) return;
    setOutcome({ kind: 'waiting', reading: null });
    const progress: Progress = (known, of) =>
      setOutcome({ kind: 'waiting', reading: known < of ? { known, of } : null });
    way(shown, progress).then(
      ({ file, missing }) => {
        save(file);
        setOutcome({ kind: 'saved', name: file.name, missing });
      },
      (error: unknown) => setOutcome({ kind: 'failed', why: String(error) }),
    );
  };
  const copyLink = () => {
    const link = linkTo(useNsview.getState());
    // Away from localhost and https there is no clipboard at all.
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('none'));
    copied.then(
      () => setOutcome({ kind: 'copied' }),
      () => setOutcome({ kind: 'refused', link }),
    );
  };
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      className="m-auto w-[min(30rem,94vw)] rounded-xl border border-line-strong bg-surface p-6 text-text shadow-2xl backdrop:bg-black/50"
      onClose={onClose}
      onClick={(event) => {
        // Beside the dialog is its backdrop.
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="mb-1 flex items-center justify-between gap-4">
        <h2 className="text-lg font-bold">{words.title}</h2>
        <button
          type="button"
          className="rounded-md border border-line px-3 py-1 text-sm hover:bg-raised"
          onClick={() => dialog.current?.close()}
        >
          {words.close}
        </button>
      </div>
      <p className="mb-4 text-sm text-dim">{shown === null ? words.nothingYet : words.lead}</p>
      {shown !== null && (
        <div ref={ways} className="flex flex-col gap-2">
          <Way icon={Spline} name={words.svg} tells={words.svgTells} onPress={make(figureFile)} />
          <Way icon={Image} name={words.png} tells={words.pngTells} onPress={make(pictureFile)} />
          <Way
            icon={Braces}
            name={words.json}
            tells={words.jsonTells}
            onPress={make(snapshotFile)}
          />
          <Way icon={Link2} name={words.link} tells={words.linkTells} onPress={copyLink} />
        </div>
      )}
      <Told outcome={outcome} />
    </dialog>
  );
}

interface WayProps {
  icon: LucideIcon;
  name: string;
  tells: string;
  onPress: () => void;
}

function Way({ icon: Icon, name, tells, onPress }: WayProps) {
  return (
    <button
      type="button"
      className="flex items-center gap-3 rounded-lg border border-line px-3 py-2.5 text-left hover:border-line-strong hover:bg-raised"
      onClick={onPress}
    >
      <Icon className="size-6 shrink-0 text-focus" strokeWidth={1.5} aria-hidden />
      <span>
        <span className="font-semibold">{name}</span>
        <span className="block text-sm text-dim">{tells}</span>
      </span>
    </button>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  const { takeAway: words } = useAllMessages();
  const text = () => {
    switch (outcome.kind) {
      case 'none':
        return '';
      case 'waiting':
        return outcome.reading === null
          ? words.waiting
          : words.reading(outcome.reading.known, outcome.reading.of);
      case 'copied':
        return words.copied;
      case 'saved':
        return outcome.missing === 0
          ? words.saved(outcome.name)
          : words.savedWithout(outcome.name, outcome.missing);
      case 'failed':
        return words.failed(outcome.why);
      case 'refused':
        return words.copyFailed;
    }
  };
  const isBad =
    outcome.kind === 'failed' ||
    outcome.kind === 'refused' ||
    (outcome.kind === 'saved' && outcome.missing > 0);
  return (
    <>
      <p
        role="status"
        className={`mt-3 min-h-[1.5em] text-sm [overflow-wrap:anywhere] ${isBad ? 'text-warn' : ''}`}
      >
        {text()}
      </p>
      {outcome.kind === 'refused' && (
        <input
          readOnly
          autoFocus
          aria-label={words.address}
          value={outcome.link}
          className="mt-1 w-full rounded-md border border-line-strong bg-ground px-2.5 py-1.5 font-mono text-sm"
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}

/** What is on the screen, with nothing left to be decided by the browser; null before the first reading. */
function useShown(): Shown | null {
  const view = useView();
  const theme = useTheme();
  const language = useLanguage();
  const snapshot = useNsview((store) => store.snapshot);
  const viewState = useNsview((store) => store.viewState);
  return snapshot === null
    ? null
    : { snapshot, viewState: { ...viewState, view }, theme, language };
}
