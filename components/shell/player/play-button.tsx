import type { LucideIcon } from 'lucide-react';

interface PlayButtonProps {
  /** What it does now. */
  label: string;
  icon: LucideIcon;
  disabled?: boolean;
  onClick: () => void;
}

/** The round one among those that move what is shown. */
export function PlayButton({ label, icon: Icon, disabled = false, onClick }: PlayButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className="flex size-10 items-center justify-center rounded-full border border-line-strong bg-selected hover:bg-raised disabled:opacity-40"
    >
      <Icon className="size-5" aria-hidden />
    </button>
  );
}
