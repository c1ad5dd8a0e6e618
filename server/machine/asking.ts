import type { ScanChange } from '@lib/proc/reading';
import type { TickRequest } from '../proc/calls';
import type { Reader } from '../reader/reader';

/** Puts questions to whoever reads /proc, which can change while one is under way. */
export class Asking {
  /** The reader whose tick is under way: it may be waiting for news. */
  private ticking: Reader | null = null;
  /** Nobody can wait any longer for what is being read. */
  private hurried = false;

  constructor(private readonly readers: { readonly current: Reader }) {}

  /** Asks the reader that there is; should it be lost meanwhile, the one that reads instead. */
  async ask<T>(question: (reader: Reader) => Promise<T>): Promise<T> {
    const { current } = this.readers;
    try {
      return await question(current);
    } catch (error) {
      if (this.readers.current === current) throw error;
      return this.ask(question);
    }
  }

  /** A read begins for which `hurry` was not said yet. */
  begin(): void {
    this.hurried = false;
  }

  /** A tick of this read; one that is in a hurry does not wait for news, whoever reads. */
  async tick(reader: Reader, request: TickRequest): Promise<ScanChange | null> {
    this.ticking = reader;
    try {
      return await reader.tick(this.hurried ? { ...request, patience: 0 } : request);
    } finally {
      this.ticking = null;
    }
  }

  /** A read that waits for news says now what there is. */
  hurry(): void {
    this.hurried = true;
    // The one that waits, which need not be the one that is asked next. If it is lost, its tick says so.
    this.ticking?.hurry().catch(() => undefined);
  }
}
