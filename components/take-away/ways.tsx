import { Braces, FileText, Image, Link2, PencilRuler, Spline, Table } from 'lucide-react';
import type { Size } from '@lib/layout/geometry';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { copied, Refused } from './copy';
import { linkTo } from './link';
import { entryText } from './make-entry';
import {
  bareFigureFile,
  figureFile,
  pictureFile,
  snapshotFile,
  type Made,
  type Progress,
  type Shown,
  type ShownPicture,
} from './make-files';
import { csvFile, markdownFile } from './make-tables';
import type { Outcome } from './outcome';
import { usePictureChoice } from './picture-choice';
import { save } from './save';
import { Way } from './way';

type Making = (progress: Progress) => Promise<Made>;

interface WaysProps {
  shown: Shown;
  /** Of pictures; null: none can be made as large as is asked for. */
  size: Size | null;
  onOutcome: (outcome: Outcome) => void;
}

/** All ways to take away what is shown. */
export function Ways({ shown, size, onOutcome }: WaysProps) {
  const { takeAway: words } = useAllMessages();
  const { pixels, isTrimmed } = usePictureChoice();
  const picture: ShownPicture | null = size === null ? null : { ...shown, size, pixels, isTrimmed };
  const progress: Progress = (known, of) =>
    onOutcome({ kind: 'waiting', reading: known < of ? { known, of } : null });
  const begin = (making: Making): Promise<Made> => {
    onOutcome({ kind: 'waiting', reading: null });
    return making(progress);
  };
  const fail = (error: unknown) => onOutcome({ kind: 'failed', why: String(error) });

  const keep = (making: Making) => () => {
    begin(making).then(({ file, missing }) => {
      save(file);
      onOutcome({ kind: 'saved', name: file.name, missing });
    }, fail);
  };
  /** @param what is said to be on the clipboard; null: the link @param byHand what it is called to who copies it by hand */
  const copy =
    (making: Making, what: string | null, byHand: string, isPicture = false) =>
    () => {
      const made = begin(making);
      copied(isPicture ? 'image/png' : 'text/plain', made)
        .then(({ missing }) => onOutcome({ kind: 'copied', what, missing }))
        .catch(async (error: unknown) => {
          if (!(error instanceof Refused)) return fail(error);
          const text = isPicture ? null : await (await made).file.text();
          onOutcome({ kind: 'refused', what: byHand, text });
        });
    };
  const onlyText = (text: () => string) => () =>
    Promise.resolve({ file: new File([text()], ''), missing: 0 });
  const ofPicture =
    (make: (shown: ShownPicture, progress: Progress) => Promise<Made>): Making =>
    (told) =>
      picture === null ? Promise.reject(new Error('no size')) : make(picture, told);
  const named = (what: string) => [what, words.byHand(what)] as const;
  const noSize = picture === null;
  const isPast = useNsview(({ recording }) => recording?.past === true);

  return (
    <div className="grid gap-2 sm:grid-cols-2 sm:*:last:col-span-2">
      <Way
        icon={Spline}
        name={words.svg}
        tells={words.svgTells}
        disabled={noSize}
        onPress={keep(ofPicture(figureFile))}
        onCopy={copy(ofPicture(bareFigureFile), ...named(words.svg))}
      />
      <Way
        icon={Image}
        name={words.png}
        tells={words.pngTells(pixels)}
        disabled={noSize}
        onPress={keep(ofPicture(pictureFile))}
        onCopy={copy(ofPicture(pictureFile), ...named(words.png), true)}
      />
      <Way
        icon={Table}
        name={words.csv}
        tells={words.csvTells}
        onPress={keep(() => csvFile(shown))}
        onCopy={copy(() => csvFile(shown), ...named(words.csv))}
      />
      <Way
        icon={FileText}
        name={words.markdown}
        tells={words.markdownTells}
        onPress={keep(() => markdownFile(shown))}
        onCopy={copy(() => markdownFile(shown), ...named(words.markdown))}
      />
      <Way
        icon={Braces}
        name={words.json}
        tells={words.jsonTells}
        onPress={keep(() => snapshotFile(shown))}
        onCopy={copy(() => snapshotFile(shown), ...named(words.json))}
      />
      <Way
        icon={Link2}
        name={words.link}
        tells={words.linkTells}
        onPress={copy(
          onlyText(() => linkTo(useNsview.getState())),
          null,
          words.address,
        )}
      />
      <Way
        icon={PencilRuler}
        name={words.entry}
        tells={isPast ? words.entryOfPast : words.entryTells}
        disabled={noSize || isPast}
        onPress={copy(
          onlyText(() => (picture === null ? '' : entryText(picture))),
          ...named(words.entry),
        )}
      />
    </div>
  );
}
