import type { Snapshot } from '../model/snapshot';
import { known, type Family } from './family';
import { followingFamilies, type Following } from './following-families';
import { findingsFamilies, type FindingsOf } from './findings-families';
import { machineFamilies } from './machine-families';
import { familiesOfUse, type UseOf } from './use-families';

/** What it costs nsview to look at the machine. */
export interface Cost {
  scans: { count: number; wholeMs: number | null };
  /** Milliseconds of processor time of the server since it began. */
  cpuMs: number;
  viewers: number;
}

/** What is told in numbers. */
interface Numbered {
  snapshot: Snapshot;
  findings: FindingsOf | null;
  uses: readonly UseOf[];
  cost: Cost;
  /** Null: nothing is presented. */
  following: Following | null;
}

/** All that is told in numbers. What nothing is known of has no samples. */
export function metricsOf({ snapshot, findings, uses, cost, following }: Numbered): Family[] {
  return [
    ...machineFamilies(snapshot),
    ...findingsFamilies(findings),
    ...costFamilies(cost),
    ...familiesOfUse(uses),
    ...followingFamilies(following),
  ];
}

function costFamilies({ scans, cpuMs, viewers }: Cost): Family[] {
  return [
    {
      name: 'nsview_scans_total',
      help: 'How many times nsview has looked at the machine.',
      type: 'counter',
      samples: known({}, scans.count),
    },
    {
      name: 'nsview_scan_duration_seconds',
      help: 'How long the last look took that told all at once.',
      type: 'gauge',
      samples: known({}, scans.wholeMs === null ? null : scans.wholeMs / 1000),
    },
    {
      name: 'process_cpu_seconds_total',
      help: 'Seconds of processor time of nsview itself, with the threads that read.',
      type: 'counter',
      samples: known({}, cpuMs / 1000),
    },
    {
      name: 'nsview_viewers',
      help: 'How many pages look on.',
      type: 'gauge',
      samples: known({}, viewers),
    },
  ];
}
