import { join, resolve } from 'node:path';
import type { FigureEntry } from '@lib/figures-file/parse';
import type { MomentAsked, SourceAsked } from '@lib/figures-file/form';
import { meant, shown } from '@lib/lessons/file/found';
import { eventsOf } from '@lib/recording/events';
import type { Recording } from '@lib/recording/parse';
import { shippedFile } from '../hub/show';
import { ROOT } from '../root';
import { Mistaken, reasonOf } from './mistaken';
import { atMoment, type Moment } from './moment';
import { remoteMoment } from './remote';

export const RECORDINGS = join(ROOT, 'public/recordings');

type Look<T> = (moment: Moment) => Promise<T>;

/** Where figures of a file come from; each recording is read once. */
export class Sources {
  private readonly recordings = new Map<string, Promise<Recording>>();

  constructor(
    /** That paths in the file begin at. */
    private readonly folder: string,
    private readonly open: (path: string) => Promise<Recording>,
    /** Looks at this machine; null: what is there now is not to be shown. */
    private readonly machine: ((look: Look<void>) => Promise<void>) | null,
  ) {}

  /** The moment that a figure is of. @throws Mistaken */
  async look<T>({ source, at }: Pick<FigureEntry, 'source' | 'at'>, look: Look<T>): Promise<T> {
    const file = this.fileOf(source);
    if (file !== null) {
      const recording = await this.recording(file);
      return atMoment(
        recording,
        at === undefined ? recording.duration : momentIn(recording, at),
        look,
      );
    }
    if (this.machine === null) throw new Mistaken(['from'], { code: 'needs-live' });
    if ('url' in source) return look(await remote(source.url));
    const told: T[] = [];
    await this.machine(async (moment) => {
      told.push(await look(moment));
    });
    const [only] = told;
    if (only === undefined) throw new Error('this machine was not looked at');
    return only;
  }

  private fileOf(source: SourceAsked): string | null {
    if ('recording' in source) return resolve(this.folder, source.recording);
    return 'shipped' in source ? shippedFile(RECORDINGS, source.shipped) : null;
  }

  private async recording(file: string): Promise<Recording> {
    const reading = this.recordings.get(file) ?? this.open(file);
    this.recordings.set(file, reading);
    try {
      return await reading;
    } catch (error) {
      throw new Mistaken(['from'], { code: 'cannot-open', what: file, why: reasonOf(error) });
    }
  }
}

/** Milliseconds from its start. @throws Mistaken */
function momentIn(recording: Recording, at: MomentAsked): number {
  const { duration } = recording;
  const late = () => new Mistaken(['at'], { code: 'too-late', most: duration / 1000 });
  if (typeof at === 'number') {
    if (at * 1000 > duration) throw late();
    return Math.round(at * 1000);
  }
  const events = eventsOf(recording);
  const event = events.find(({ name }) => name === at.event);
  if (event === undefined) {
    const names = events.map(({ name }) => name);
    const given = shown(at.event);
    throw new Mistaken(['at', 'event'], {
      code: 'unknown-event',
      ...{ given, meant: meant(at.event, names), events: names },
    });
  }
  const moment = event.at + millisecondsIn(at.then ?? '0s');
  if (moment > duration) throw late();
  return moment;
}

/** `1.5s`, `200ms`. */
function millisecondsIn(text: string): number {
  const number = Number.parseFloat(text);
  return Math.round(text.endsWith('ms') ? number : number * 1000);
}

async function remote(url: string): Promise<Moment> {
  try {
    return await remoteMoment(url, null);
  } catch (error) {
    throw new Mistaken(['from'], { code: 'cannot-ask', what: url, why: reasonOf(error) });
  }
}
