import { join } from 'node:path';
import type { RecordingMessage } from '@lib/protocol/playback';
import type { Hello } from '@lib/protocol/from-viewer';
import { marksOf } from '@lib/recording/marks';
import type { Recording } from '@lib/recording/parse';
import type { ShippedRecording } from '@lib/protocol/shipped';
import { Player } from '../source/player';
import { RecordingSource } from '../source/recording';
import { readRecording } from '../source/recording-file';
import type { Machine } from '../machine/machine';
import type { ReaderControl } from '../machine/reader-choice';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { Hub } from './hub';

/** Something to look at, for one viewer or for many. */
export interface Show {
  readonly hub: Hub;
  /** Answers questions about details. */
  readonly desk: Desk;
  /** Null: a machine, which cannot be stopped or wound back. */
  readonly recording: { readonly about: RecordingMessage; readonly player: Player } | null;
  /** Who reads the machine; null of a recording, which nobody reads. */
  readonly reader: ReaderControl | null;
  close: () => Promise<void>;
}

type Report = (error: unknown) => void;

/** A machine as it is now. */
export function liveShow(source: Machine, report: Report): Show {
  const hub = new Hub(source, report);
  return {
    hub,
    desk: new Desk(hub, HANDLERS, report),
    recording: null,
    reader: source.reader,
    close: () => {
      hub.close();
      return source.close();
    },
  };
}

/** A recording, standing at its beginning. */
export function recordedShow(
  recording: Recording,
  about: Pick<RecordingMessage, 'name' | 'title' | 'live'>,
  report: Report,
): Show {
  const { duration, timeline, typed, steps, complete } = recording;
  const player = new Player(duration);
  const source = new RecordingSource(recording, player);
  const hub = new Hub(source, report);
  const { takenAt } = timeline.snapshotOf(0);
  const marks = marksOf(timeline.changes, typed, duration);
  return {
    hub,
    desk: new Desk(hub, HANDLERS, report, (...asked) => source.answered(...asked)),
    recording: {
      about: { ...about, startedAt: takenAt, duration, marks, steps: [...steps], complete },
      player,
    },
    reader: null,
    close: () => {
      player.close();
      hub.close();
      return source.close();
    },
  };
}

/** What this server can show: one thing to all, and to each viewer who asks a recording of its own. */
export class Shows {
  private readonly read = new Map<ShippedRecording, Promise<Recording>>();

  /** @param folder where the recordings lie that come with nsview */
  constructor(
    readonly main: Show,
    private readonly folder: string,
    private readonly report: Report,
  ) {}

  /** One of the recordings that come with nsview, for the viewer that asks. It closes it. */
  async open({ name, at, playing }: NonNullable<Hello['recording']>): Promise<Show> {
    const known = this.read.get(name);
    const reading = known ?? readRecording(shippedFile(this.folder, name));
    if (known === undefined) {
      this.read.set(name, reading);
      reading.catch(() => this.read.delete(name));
    }
    const live = this.main.recording === null;
    const show = recordedShow(await reading, { name, title: name, live }, this.report);
    show.recording?.player.do({ do: 'seek', to: at });
    if (playing) show.recording?.player.do({ do: 'play' });
    return show;
  }
}

export function shippedFile(folder: string, name: ShippedRecording): string {
  return join(folder, `${name}.jsonl.gz`);
}
