import { Maximize, Minus, Plus, RotateCcw, type LucideIcon } from 'lucide-react';
import { useMessages } from '@components/store/messages';

interface CameraButtonsProps {
  onZoomIn: () => void;
  onZoomOut: () => void;
  onFit: () => void;
  onReset: () => void;
}

export function CameraButtons({ onZoomIn, onZoomOut, onFit, onReset }: CameraButtonsProps) {
  const { camera } = useMessages().sharing;
  return (
    <div className="flex shrink-0 overflow-hidden rounded-lg border border-line bg-surface">
      <CameraButton icon={Minus} label={camera.zoomOut} onPress={onZoomOut} />
      <CameraButton icon={Plus} label={camera.zoomIn} onPress={onZoomIn} />
      <CameraButton icon={Maximize} label={camera.fit} onPress={onFit} />
      <CameraButton icon={RotateCcw} label={camera.reset} onPress={onReset} />
    </div>
  );
}

interface CameraButtonProps {
  icon: LucideIcon;
  label: string;
  onPress: () => void;
}

function CameraButton({ icon: Icon, label, onPress }: CameraButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="flex size-9 cursor-pointer items-center justify-center text-dim hover:bg-raised hover:text-text focus-visible:-outline-offset-2"
    >
      <Icon size="1.14rem" aria-hidden />
    </button>
  );
}
