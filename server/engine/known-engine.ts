import { isDeepStrictEqual } from 'node:util';
import type { EngineInfoAnswer, EngineVersion } from '@lib/docker/reading';
import type { EngineDelays } from '@lib/snapshot/readings';
import type { Endpoint } from './endpoint';
import type { DaemonTrace, EngineStatus } from './engine';
import { attemptsText } from './search';
import type { EngineError } from './engine-error';

/** Where an engine may be. */
export interface Place {
  endpoint: Endpoint;
  /** What is said of it before it has answered. */
  first: EngineStatus;
  daemon: DaemonTrace;
}

/** What is known of one engine beside its containers. It outlives connections, and tells each change. */
export class KnownEngine {
  #status: EngineStatus;
  #info: EngineInfoAnswer = { info: null, problem: null };
  #delays: EngineDelays = { list: false, events: false };
  #answered = false;
  #connectedOnce = false;

  constructor(
    private readonly place: Place,
    private readonly onChange: () => void,
  ) {
    this.#status = place.first;
  }

  get status(): EngineStatus {
    return this.#status;
  }

  get info(): EngineInfoAnswer {
    return this.#info;
  }

  get delays(): EngineDelays {
    return this.#delays;
  }

  /** It has answered, now or earlier. */
  get answered(): boolean {
    return this.#answered;
  }

  /** @param kind which it is; null: that is not told */
  answers(kind: EngineStatus['kind'] | null): void {
    // Its version may take longer than it takes to be connected, and by then its containers go by its id.
    if (kind !== null) this.#setStatus({ ...this.#status, kind, id: this.#idOf(kind) });
    if (this.#answered) return;
    this.#answered = true;
    this.onChange();
  }

  connecting(): void {
    this.#setStatus({ ...this.#status, state: 'connecting', message: null, tried: [] });
  }

  connected(): void {
    this.#connectedOnce = true;
    this.#setStatus({ ...this.#status, state: 'connected', message: null, tried: [] });
  }

  lost({ kind, message }: EngineError): void {
    const { url, from } = this.place.endpoint;
    const tried = [{ url, from, problem: kind, reason: message }];
    const state = kind === 'denied' ? 'denied' : kind === 'absent' ? 'absent' : 'disconnected';
    this.#setStatus({
      ...this.#status,
      // Once it was there, it is gone rather than absent.
      state: this.#connectedOnce && state === 'absent' ? 'disconnected' : state,
      message: attemptsText(tried),
      tried,
    });
  }

  /** @param version null: it does not tell */
  setVersion(version: EngineVersion | null): void {
    const { kind } = this.#status;
    const told = version ?? { kind, version: null, apiVersion: null, minApiVersion: null };
    this.#setStatus({ ...this.#status, ...told, id: this.#idOf(told.kind) });
  }

  setInfo(info: EngineInfoAnswer): void {
    if (isDeepStrictEqual(this.#info, info)) return;
    this.#info = info;
    this.onChange();
  }

  setDelays(changed: Partial<EngineDelays>): void {
    const delays = { ...this.#delays, ...changed };
    if (isDeepStrictEqual(this.#delays, delays)) return;
    this.#delays = delays;
    this.onChange();
  }

  /** It stays what it was when its containers were first told: they go by it. */
  #idOf(kind: EngineStatus['kind']): string {
    return this.#connectedOnce ? this.#status.id : `${kind}:${this.place.endpoint.url}`;
  }

  #setStatus(status: EngineStatus): void {
    if (isDeepStrictEqual(this.#status, status)) return;
    this.#status = status;
    this.onChange();
  }
}
