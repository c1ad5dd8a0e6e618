import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

interface BeginAgainProps {
  /** Is there room for a sign alone? */
  isSign: boolean;
  className: string;
  onBegin: () => void;
}

/** Begins the lesson anew. What was answered in it is lost with that, so it takes a second press, and says so before. */
export function BeginAgain({ isSign, className, onBegin }: BeginAgainProps) {
  const { lessons } = useAllMessages();
  const tell = useNsview((store) => store.tell);
  const [isAsking, setAsking] = useState(false);
  const press = (clicks: number) => {
    // The second click of a double click was not meant for what it finds.
    if (isAsking && clicks > 1) return;
    setAsking(!isAsking);
    if (isAsking) onBegin();
    else tell(lessons.beginAgainSure);
  };
  const name = isAsking ? lessons.beginAgainSure : lessons.beginAgain;
  return (
    <button
      type="button"
      data-begin-again={isAsking ? 'asking' : 'offered'}
      aria-label={name}
      title={name}
      className={isAsking ? `${className} text-warn` : className}
      onClick={({ detail }) => press(detail)}
      onBlur={() => setAsking(false)}
    >
      {isSign && !isAsking ? <RotateCcw size="1.14rem" aria-hidden /> : name}
    </button>
  );
}
