import { join } from 'node:path';
import type { RecordingMessage } from '@lib/protocol/playback';
import type { Hello } from '@lib/protocol/from-viewer';
import { noDetails, type Details } from '@lib/asking/recorded-moment';
import { aboutRecording } from '@lib/recording/about';
import type { History } from '@lib/recording/history';
import type { Past } from '@lib/recording/past';
import { recordedPast } from '@lib/recording/recorded-past';
import type { Recording } from '@lib/recording/parse';
import type { ShippedRecording } from '@lib/protocol/shipped';
import { Player } from '../source/player';
import type { Source } from '../source/source';
import { RecordingSource } from '../source/recording';
import { readRecording } from '../source/recording-file';
import type { Machine } from '../machine/machine';
import type { ReaderControl } from '../machine/reader-choice';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { Hub } from './hub';
import { PastKeeper } from './keeper';

/** Something to look at, for one viewer or for many. */
export interface Show {
  readonly hub: Hub;
  /** Answers questions about details. */
  readonly desk: Desk;
  /** Null: a machine, which cannot be stopped or wound back. */
  readonly recording: { readonly about: RecordingMessage; readonly player: Player } | null;
  /** What was to be seen of a machine lately; null of a recording, which has all that it has. */
  readonly history: History | null;
  /** Who reads the machine; null of a recording, which nobody reads. */
  readonly reader: ReaderControl | null;
  close: () => Promise<void>;
}

type Report = (error: unknown) => void;

/** A machine as it is now. */
export function liveShow(source: Source & Pick<Machine, 'reader'>, report: Report): Show {
  const keeper = new PastKeeper();
  const hub = new Hub(source, report, keeper.past, keeper);
  return {
    hub,
    desk: new Desk(hub, HANDLERS, report),
    recording: null,
    history: keeper.past,
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
  const told = aboutRecording(recording, about);
  return playedShow(recordedPast(recording), recording, told, report, null);
}

/**
 * What was to be seen of a machine, standing where it began.
 *
 * @param lookOn has the machine looked at meanwhile, and tells how to end that
 */
export function pastShow(history: History, lookOn: () => () => void, report: Report): Show {
  const about: RecordingMessage = {
    ...{ name: null, title: '', live: true, past: true, complete: true },
    ...{ startedAt: history.startedAt, duration: history.to, marks: [], steps: [] },
  };
  const leave = lookOn();
  const show = playedShow(history, noDetails(), about, report, history);
  return {
    ...show,
    close: () => {
      leave();
      return show.close();
    },
  };
}

function playedShow(
  past: Past,
  details: Details,
  about: RecordingMessage,
  report: Report,
  history: History | null,
): Show {
  const player = new Player(past);
  const leave = history?.onForgotten(() => player.stay());
  const source = new RecordingSource(past, details, player);
  const hub = new Hub(source, report, past);
  return {
    hub,
    desk: new Desk(hub, HANDLERS, report, (...asked) => source.answered(...asked)),
    recording: { about, player },
    history,
    reader: null,
    close: () => {
      leave?.();
      player.close();
      hub.close();
      return source.close();
    },
  };
}

/** What this server can show: one thing to all, and to each viewer who asks a recording of its own. */
export class Shows {
  private readonly read = new Map<ShippedRecording, Promise<Recording>>();
  /** How many sit before each but the main one. */
  private readonly seated = new Map<Show, number>();

  /** @param folder where the recordings lie that come with nsview */
  constructor(
    readonly main: Show,
    private readonly folder: string,
    private readonly report: Report,
  ) {}

  /** One of the recordings that come with nsview, for who asks: it ends with the last who sits before it. */
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

  /** What was to be seen of the machine that all see, for who asks; null: it is none. */
  async back({ at, playing }: NonNullable<Hello['past']>): Promise<Show | null> {
    const { history } = this.main;
    if (history === null) return null;
    // Of a server that nobody has looked at so far there is nothing to go back to.
    if (history.cameAt(0) === null) await this.main.hub.fresh();
    const show = pastShow(history, () => this.main.hub.lookOn(), this.report);
    const to = at - Date.parse(history.startedAt);
    show.recording?.player.do({ do: 'seek', to });
    if (playing) show.recording?.player.do({ do: 'play' });
    return show;
  }

  /** One more sits before it. */
  occupy(show: Show): void {
    if (show !== this.main) this.seated.set(show, (this.seated.get(show) ?? 0) + 1);
  }

  /** One less does. */
  vacate(show: Show): void {
    const left = (this.seated.get(show) ?? 0) - 1;
    if (left > 0) this.seated.set(show, left);
    else {
      this.seated.delete(show);
      this.closeUnused(show);
    }
  }

  /** Closes what nobody sits before. */
  closeUnused(show: Show): void {
    if (show !== this.main && !this.seated.has(show)) show.close().catch(this.report);
  }
}

export function shippedFile(folder: string, name: ShippedRecording): string {
  return join(folder, `${name}.jsonl.gz`);
}
