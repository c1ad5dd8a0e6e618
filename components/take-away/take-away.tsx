import { Download } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { useShortcuts } from '../canvas/use-shortcuts';
import { useMessages } from '../store/messages';

/** The button of the header, and the dialog that it or `e` opens; what the dialog needs comes then. */
export function TakeAway() {
  const { takeAway } = useMessages();
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }> | null>(null);
  const [failed, setFailed] = useState(false);
  const open = () => {
    setFailed(false);
    import('./take-away-dialog').then(
      ({ TakeAwayDialog }) => setDialog(() => TakeAwayDialog),
      () => setFailed(true),
    );
  };
  useShortcuts({ e: open });
  return (
    <span className="relative">
      <button
        type="button"
        title={takeAway.open}
        aria-label={takeAway.open}
        aria-haspopup="dialog"
        className="flex h-8 items-center rounded-lg px-2 text-dim hover:bg-raised hover:text-text"
        onClick={open}
      >
        <Download size="1.14rem" aria-hidden />
      </button>
      {failed && (
        <span
          role="alert"
          className="absolute top-full right-0 z-30 mt-1 w-64 rounded-lg border border-warn bg-raised px-3 py-2 shadow-lg"
        >
          {takeAway.notLoaded}
        </span>
      )}
      {Dialog !== null && <Dialog onClose={() => setDialog(null)} />}
    </span>
  );
}
