import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';

interface SeenButtonProps {
  onSeen: () => void;
}

/** Says that what was predicted was typed, or played, and seen: only then it is told what is right. */
export function SeenButton({ onSeen }: SeenButtonProps) {
  const { lessons } = useAllMessages();
  const isRecorded = useNsview(({ recording }) => recording !== null);
  return (
    // In a recording it is the player that leads on.
    <Button main={!isRecorded} data-seen onClick={onSeen}>
      {lessons.seen[isRecorded ? 'played' : 'typed']}
    </Button>
  );
}
