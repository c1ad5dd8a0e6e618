import type { Told } from '@lib/inside/told';
import type { Question } from '@lib/netlink/message';
import type { Enter } from '../enter/enter';
import type { Door } from '../enter/visit';
import type { ProcRoot } from '../proc/read';
import { parsed, tried } from './told';

/** A network, and where else to look. */
export interface NetPlace extends Door {
  /** All processes in it. */
  pids: readonly number[];
  /** The other networks that are known, each with a process in it. */
  others: readonly Door[];
}

/** A network as it is asked about: in it, or by the files of a process that is in it. */
export class NetView {
  constructor(
    readonly enter: Enter,
    readonly proc: ProcRoot,
    readonly place: NetPlace,
  ) {}

  /** What the kernel says in there. */
  async ask<T>(question: Question, parse: (bytes: Uint8Array) => T): Promise<Told<T>> {
    const [answer] = await this.enter.ask(this.place, [question]);
    return parsed(answer, parse);
  }

  /** What /proc/PID/net/NAME says, which needs no right. */
  file<T>(name: string, parse: (text: string) => T): Told<T> {
    const path = `${String(this.place.pid)}/net/${name}`;
    return tried(() => parse(this.proc.records(path).toString()));
  }
}
