import type { Heard, Line, Said } from '@components/store/line-type';
import { answerAt } from '@lib/asking/answer-at';
import { RecordedMoment } from '@lib/asking/recorded-moment';
import { LOCAL_HOST } from '@lib/model/host';
import type { RecordingMessage } from '@lib/protocol/playback';
import type { Playback } from '@lib/protocol/playing';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import type { Recording } from '@lib/recording/parse';
import { recordedPast } from '@lib/recording/recorded-past';
import { EPOCH, Projector } from './projector';

const host = LOCAL_HOST;

/** Says in the page itself what a server would say of a recording. */
class RecordedLine implements Line {
  connected = false;
  readonly active = true;
  readonly #hears: Partial<Heard> = {};
  #says: Partial<Says> = {};
  #wish = 0;

  /** Puts a recording in, before the page connects. @param begin where it begins */
  put(recording: Recording, about: RecordingMessage, begin: Playback): void {
    const hears = this.#hears;
    const past = recordedPast(recording);
    const projector = new Projector(past, begin, {
      playback: (playback) => hears.playback?.({ host, wish: this.#wish, ...playback }),
      snapshot: (snapshot) => hears.snapshot?.({ host, epoch: EPOCH, snapshot }),
      delta: (delta) => hears.delta?.({ host, ...delta }),
    });
    this.#says = {
      hello: () => {
        hears.recording?.({ host, ...about });
        projector.begin();
        const { seq } = projector;
        hears.welcome?.({ host, version: PROTOCOL_VERSION, epoch: EPOCH, seq });
      },
      playback: ({ wish, ...request }) => {
        this.#wish = wish;
        projector.do(request);
      },
      ask: ({ id, question }) => {
        const moment = new RecordedMoment(past, recording, projector.playback.position);
        // Never rejects.
        void answerAt(moment, question).then((told) => hears.answer?.({ host, id, ...told }));
      },
    };
  }

  on<Event extends keyof Heard>(event: Event, hear: Heard[Event]): void {
    Object.assign(this.#hears, { [event]: hear });
  }

  /** What is said of a machine, or of a reader, nobody hears. */
  emit<Event extends keyof Said>(event: Event, message: Said[Event]): void {
    const says: Partial<Says>[Event] = this.#says[event];
    says?.(message);
  }

  connect(): void {
    this.connected = true;
    this.#hears.connect?.();
  }

  disconnect(): void {
    this.connected = false;
    this.#hears.disconnect?.();
  }
}

type Says = { readonly [Event in keyof Said]: (message: Said[Event]) => void };

/** What a page that was taken away has for a line (`#line`). */
export const line = new RecordedLine();

/** The recording is in the page: nobody else watches. */
export const isTaken = true;
