import { Undo2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { RecordingMessage } from '@lib/protocol/playback';
import { SPEEDS } from '@lib/protocol/playing';
import { OFFERED_RECORDINGS } from '@lib/protocol/shipped';
import { askPlayback } from '../../store/connection';
import { useLanguage, useMessages } from '../../store/messages';
import { useNsview } from '../../store/store';

/** Which recording, how fast, and the way back. */
export function Choices({ recording }: { recording: RecordingMessage }) {
  const { recordings } = useMessages();
  const show = useNsview((store) => store.show);
  const { name, title, startedAt, live } = recording;
  const date = useDate(startedAt);
  const open = (which: string) => {
    const found = OFFERED_RECORDINGS.find((each) => each === which);
    if (found !== undefined) show({ recording: found, at: null, select: null });
  };
  return (
    <div className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-2">
      <SpeedChoice />
      {name === null ? (
        <span className="max-w-56 truncate text-dim" title={recordings.recordedOn(date)}>
          {title}
        </span>
      ) : (
        <Select
          label={recordings.which}
          title={recordings.recordedOn(date)}
          value={name}
          onChoose={open}
        >
          {OFFERED_RECORDINGS.map((each) => (
            <option key={each} value={each}>
              {recordings.titles[each]}
            </option>
          ))}
          {!(name in recordings.titles) && <option value={name}>{recordings.ofLesson}</option>}
        </Select>
      )}
      {live && (
        <button
          type="button"
          onClick={() => show({ recording: null, at: null, select: null })}
          className="flex items-center gap-1.5 rounded-lg border border-line-strong px-3 py-1.5 hover:bg-raised"
        >
          <Undo2 className="size-4" aria-hidden />
          {recordings.back}
        </button>
      )}
    </div>
  );
}

/** How fast what was goes on. */
export function SpeedChoice({ disabled = false }: { disabled?: boolean }) {
  const { recordings } = useMessages();
  const speed = useNsview((store) => store.playback?.speed ?? 1);
  const choose = (chosen: string) => {
    const by = SPEEDS.find((each) => String(each) === chosen);
    if (by !== undefined) askPlayback({ do: 'speed', by });
  };
  return (
    <Select label={recordings.speed} value={String(speed)} disabled={disabled} onChoose={choose}>
      {SPEEDS.map((each) => (
        <option key={each} value={each}>
          {recordings.speedText(each)}
        </option>
      ))}
    </Select>
  );
}

interface SelectProps {
  label: string;
  title?: string;
  value: string;
  disabled?: boolean;
  onChoose: (value: string) => void;
  children: ReactNode;
}

/** One of a few, beside what moves what is shown. */
export function Select(props: SelectProps) {
  const { label, title = label, value, disabled = false, onChoose, children } = props;
  return (
    <select
      aria-label={label}
      title={title}
      value={value}
      disabled={disabled}
      onChange={({ target }) => onChoose(target.value)}
      className="rounded-lg border border-line bg-surface py-1.5 pr-1 pl-2 hover:bg-raised disabled:opacity-60"
    >
      {children}
    </select>
  );
}

function useDate(iso: string): string {
  const language = useLanguage();
  // Making a format takes longer than all the rest of the player.
  const format = useMemo(
    () => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }),
    [language],
  );
  return format.format(new Date(iso));
}
