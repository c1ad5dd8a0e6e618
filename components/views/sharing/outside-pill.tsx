import { useMessages } from '@components/store/messages';

/** Says that containers stand outside of what the canvas shows, for the camera moves by hand only. */
export function OutsidePill({ count, onFit }: { count: number; onFit: () => void }) {
  const { camera } = useMessages().sharing;
  if (count === 0) return null;
  return (
    <div className="absolute top-4 left-1/2 flex -translate-x-1/2 items-center gap-2 rounded-full border border-line bg-surface py-1 pr-1 pl-4 text-dim">
      <span role="status">{camera.outside(count)}</span>
      <button
        type="button"
        onClick={onFit}
        className="cursor-pointer rounded-full bg-raised px-3 py-1 text-text hover:bg-selected"
      >
        {camera.fitShort}
      </button>
    </div>
  );
}
