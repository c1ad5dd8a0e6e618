/*
 * /proc/loadavg, proc_loadavg(5):
 * 0.10 0.24 0.17 1/84 5193
 */
import { ProcParseError } from './parse-error';

export interface LoadAverage {
  /** All threads on the machine. */
  total: number;
  /** The PID given out last. */
  lastPid: number;
}

/** The two numbers that move when something forks or ends. */
export function parseLoadavg(text: string): LoadAverage {
  const parts = /^[\d.]+ [\d.]+ [\d.]+ \d+\/(\d{1,10}) (\d{1,10})\n?$/.exec(text);
  if (parts === null) throw new ProcParseError('loadavg', 'running/total and the last pid');
  return { total: Number(parts[1]), lastPid: Number(parts[2]) };
}
