import type { Messages } from '../i18n/messages';
import type { Process } from '../model/process';
import { commandOf } from '../model/command';
import { percentOfCore, shortBytes, type Usage } from '../select/usage';
import { userOf } from '../select/user';
import type { Column } from '../view-state/process-columns';

/** What the cells of a row tell of. */
export interface CellFacts {
  process: Process;
  /** PID and uid as this vantage sees them. */
  pid: number;
  uid: number | null;
  usage: Usage | null;
  /** Tells when it began. */
  startOf: (startedAt: string) => string;
  messages: Messages['processes'];
}

/** Not measured yet. */
const SOON = '…';
/** There is none. */
const NONE = '–';

/** What a column says of a process. */
export function cellText(column: Column, facts: CellFacts): string {
  const { process, usage, messages } = facts;
  switch (column) {
    case 'pid':
      return String(facts.pid);
    case 'host-pid':
      return String(process.pid);
    case 'user':
      return userOf(facts.uid, messages);
    case 'host-user':
      return userOf(process.uid, messages);
    case 'state':
      return usage?.state ?? SOON;
    case 'cpu':
      return usage === null || usage.cpu === null ? SOON : percentOfCore(usage.cpu);
    case 'memory':
      if (process.kernelThread) return NONE;
      return usage === null ? SOON : shortBytes(usage.rssBytes);
    case 'start':
      return process.startedAt === null ? messages.startUnknown : facts.startOf(process.startedAt);
    case 'command':
      return commandOf(process);
  }
}
