import { Eraser, Highlighter, Spotlight, X, type LucideIcon } from 'lucide-react';
import { KEYS, keysOnBoard, type Stroke } from '@lib/keys/keys';
import { useAllMessages } from '../store/messages';

interface ToolBarProps {
  isLit: boolean;
  draws: boolean;
  hasDrawn: boolean;
  onLight: () => void;
  onDraw: () => void;
  onWipe: () => void;
  onLeave: () => void;
}

/** The same as the keys do, for a hand at the wall: in the margin at the left, where pictures leave room. */
export function ToolBar(props: ToolBarProps) {
  const { projector: words } = useAllMessages();
  const { spotlight, marker, wipe } = KEYS.projector;
  return (
    <div
      role="toolbar"
      aria-label={words.tools}
      aria-orientation="vertical"
      className="pointer-events-auto absolute top-1/2 left-0 flex -translate-y-1/2 flex-col overflow-hidden rounded-r-lg border border-l-0 border-line bg-surface"
    >
      <Tool
        icon={Spotlight}
        label={words.spotlight}
        stroke={spotlight.toggle[0]}
        pressed={props.isLit}
        onPress={props.onLight}
      />
      <Tool
        icon={Highlighter}
        label={words.marker}
        stroke={marker.toggle[0]}
        pressed={props.draws}
        onPress={props.onDraw}
      />
      <Tool
        icon={Eraser}
        label={words.wipe}
        stroke={wipe.wipe[0]}
        disabled={!props.hasDrawn}
        onPress={props.onWipe}
      />
      <Tool
        icon={X}
        label={words.leave}
        stroke={KEYS.everywhere.projector.toggle[0]}
        onPress={props.onLeave}
      />
    </div>
  );
}

interface ToolProps {
  icon: LucideIcon;
  label: string;
  stroke: Stroke;
  /** Left out: it is nothing that stays on. */
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

function Tool({ icon: Icon, label, stroke, pressed, disabled = false, onPress }: ToolProps) {
  const look =
    pressed === true
      ? 'bg-focus text-ground'
      : 'text-dim hover:bg-raised hover:text-text aria-disabled:text-line-strong';
  return (
    <button
      type="button"
      title={`${label} (${keysOnBoard(stroke)})`}
      aria-label={label}
      aria-keyshortcuts={stroke}
      aria-pressed={pressed}
      aria-disabled={disabled}
      onClick={onPress}
      className={`flex h-11 w-7 cursor-pointer items-center justify-center focus-visible:-outline-offset-2 ${look}`}
    >
      <Icon size="1.14rem" aria-hidden />
    </button>
  );
}
