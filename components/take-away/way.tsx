import { Copy, type LucideIcon } from 'lucide-react';
import { useAllMessages } from '../store/messages';

interface WayProps {
  icon: LucideIcon;
  name: string;
  tells: string;
  /** What it is made of cannot be had now. */
  disabled?: boolean;
  onPress: () => void;
  /** Puts it on the clipboard instead; left out: pressing it does. */
  onCopy?: () => void;
}

/** One of the ways to take something away. */
export function Way({ icon: Icon, name, tells, disabled = false, onPress, onCopy }: WayProps) {
  const { takeAway: words } = useAllMessages();
  const look = 'hover:bg-raised disabled:cursor-not-allowed disabled:bg-ground';
  return (
    <div className="flex overflow-hidden rounded-lg border border-line focus-within:border-line-strong hover:border-line-strong">
      <button
        type="button"
        disabled={disabled}
        className={`flex min-w-0 flex-1 items-center gap-3 px-3 py-2 text-left focus-visible:-outline-offset-2 ${look}`}
        onClick={onPress}
      >
        <Icon className="size-6 shrink-0 text-focus" strokeWidth={1.5} aria-hidden />
        <span className="min-w-0">
          <span className="font-semibold">{name}</span>
          <span className="block text-sm text-dim">{tells}</span>
        </span>
      </button>
      {onCopy !== undefined && (
        <button
          type="button"
          disabled={disabled}
          title={words.copy}
          aria-label={words.copyOf(name)}
          className={`flex w-11 shrink-0 items-center justify-center border-l border-line text-dim hover:text-text focus-visible:-outline-offset-2 ${look}`}
          onClick={onCopy}
        >
          <Copy size="1.14rem" aria-hidden />
        </button>
      )}
    </div>
  );
}
