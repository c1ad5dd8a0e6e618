import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import parsePrometheusTextFormat from 'parse-prometheus-text-format';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding, Findings, RuleName, Severity } from '@lib/findings/finding';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import type { UseReading } from '@lib/use/reading';
import { LatestFindings } from '../hub/latest-findings';
import { LatestUses } from '../hub/latest-uses';
import { readRecording } from '../source/recording-file';
import { exposeMetrics } from './metrics';

afterEach(() => vi.useRealTimers());

const FILE = fileURLToPath(new URL('../../public/recordings/course.jsonl.gz', import.meta.url));
const { timeline, duration } = await readRecording(FILE);
/** The machine of the course, when half of it is over. */
const snapshot = timeline.snapshotOf(timeline.indexAt(duration / 2));

/** What a program that reads the text has of it. */
async function scraped(of: Snapshot, uses = new LatestUses(), findings = new LatestFindings()) {
  const scans = { count: 3, wholeMs: 12.5 };
  const hub = { fresh: () => Promise.resolve(of), uses, findings, scans, viewers: 2 };
  const { text, contentType } = await exposeMetrics(hub, null);
  expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
  return parsePrometheusTextFormat(text);
}
type Scraped = Awaited<ReturnType<typeof scraped>>;

function samplesOf(families: Scraped, name: string) {
  return families.find((each) => each.name === name)?.metrics ?? [];
}

/** The number with these labels, and maybe more; null: there is none. */
function numberOf(families: Scraped, name: string, labels: Record<string, string> = {}) {
  const found = samplesOf(families, name).filter((each) =>
    Object.entries(labels).every(([label, text]) => each.labels?.[label] === text),
  );
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] === undefined ? null : Number(found[0].value);
}

describe('what is counted of a machine', () => {
  it('containers by type and sharing: as many as there are, for each type', async () => {
    const families = await scraped(snapshot);
    for (const type of NAMESPACE_TYPES) {
      const rows = samplesOf(families, 'nsview_containers_sharing').filter(
        ({ labels }) => labels?.type === type,
      );
      expect(rows).toHaveLength(6);
      for (const { labels, value } of rows) {
        const alike = snapshot.containers.filter((each) => each.sharing[type] === labels?.sharing);
        expect([labels, Number(value)]).toEqual([labels, alike.length]);
      }
    }
  });

  it('processes, namespaces, containers, engines', async () => {
    const families = await scraped(snapshot);
    const sum = (name: string) =>
      samplesOf(families, name).reduce((all, { value }) => all + Number(value), 0);
    expect(sum('nsview_processes')).toBe(snapshot.processes.length);
    expect(sum('nsview_namespaces')).toBe(snapshot.namespaces.length);
    expect(sum('nsview_containers')).toBe(snapshot.containers.length);
    expect(sum('nsview_engine_connected')).toBe(1);
    const running = snapshot.containers.filter(({ state }) => state === 'running');
    expect(running).not.toEqual([]);
    expect(numberOf(families, 'nsview_containers', { state: 'running' })).toBe(running.length);
  });

  it('those whose state is not known as such, not in the state that they were in', async () => {
    const [first, ...others] = snapshot.containers.filter(({ state }) => state === 'running');
    if (first === undefined) throw new Error('no container');
    const doubted = { ...first, unreadable: { state: 'ETIMEDOUT' } };
    const families = await scraped({ ...snapshot, containers: [doubted, ...others] });
    const count = (state: string) => numberOf(families, 'nsview_containers', { state });
    expect([count('unknown'), count('running')]).toEqual([1, others.length]);
  });

  it("without nsview's own reader", async () => {
    const [first, ...others] = snapshot.containers;
    if (first === undefined) throw new Error('no container');
    const withReader = {
      ...snapshot,
      containers: [{ ...first, role: 'reader' as const }, ...others],
    };
    const families = await scraped(withReader);
    const rows = samplesOf(families, 'nsview_containers');
    expect(rows.reduce((all, { value }) => all + Number(value), 0)).toBe(others.length);
  });

  it('what it costs', async () => {
    const families = await scraped(snapshot);
    expect(numberOf(families, 'nsview_scans_total')).toBe(3);
    expect(numberOf(families, 'nsview_scan_duration_seconds')).toBe(0.0125);
    expect(numberOf(families, 'nsview_viewers')).toBe(2);
    expect(numberOf(families, 'process_cpu_seconds_total')).toBeGreaterThan(0);
  });

  it('any name comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (code) => {
        const notices = [{ code, params: {}, text: '' }];
        const families = await scraped({ ...snapshot, host: { ...snapshot.host, notices } });
        expect(samplesOf(families, 'nsview_notices')).toEqual([{ value: '1', labels: { code } }]);
      }),
      { numRuns: 60, examples: [['a"b\\n\nc\\']] },
    );
  });
});

describe('what was found', () => {
  const subject = (container: string) => ({ engine: 'docker:a', container, name: container });
  const finding = (rule: RuleName, severity: Severity, container: string): Finding => ({
    ...{ rule, severity, subject: subject(container) },
    ...{ of: [], evidence: [], change: [], reference: [] },
  });
  const found: Findings = {
    findings: [
      finding('privileged', 'high', 'c1'),
      finding('docker-socket', 'high', 'c1'),
      finding('docker-socket', 'medium', 'c2'),
      finding('docker-socket', 'medium', 'c3'),
    ],
    unknown: [{ rule: 'seccomp-off', subject: subject('c1'), reason: 'EACCES' }],
    inapplicable: [{ rule: 'lsm-off', reason: 'no-security-module' }],
    silent: [],
  };
  const keeping = () => {
    const latest = new LatestFindings();
    latest.keep(found);
    return latest;
  };

  it('by rule and severity, also where it is nothing, and of what is undecided how many', async () => {
    const families = await scraped(snapshot, undefined, keeping());
    const number = (rule: string, severity: string) =>
      numberOf(families, 'nsview_findings', { rule, severity });
    expect(number('privileged', 'high')).toBe(1);
    expect(number('docker-socket', 'high')).toBe(1);
    expect(number('docker-socket', 'medium')).toBe(2);
    expect(number('host-pid', 'high')).toBe(0);
    const all = samplesOf(families, 'nsview_findings');
    expect(all.reduce((sum, { value }) => sum + Number(value), 0)).toBe(found.findings.length);
    expect(numberOf(families, 'nsview_findings_undecided', { rule: 'seccomp-off' })).toBe(1);
    expect(numberOf(families, 'nsview_findings_undecided', { rule: 'privileged' })).toBe(0);
    const at = numberOf(families, 'nsview_findings_last_seen') ?? 0;
    expect(Math.abs(at - Date.now() / 1000)).toBeLessThan(60);
  });

  it('not by a rule that says nothing here: 0 would say that all is well', async () => {
    const families = await scraped(snapshot, undefined, keeping());
    for (const name of ['nsview_findings', 'nsview_findings_undecided']) {
      const rules = samplesOf(families, name).map(({ labels }) => labels?.rule);
      expect(rules).toContain('privileged');
      expect(rules).not.toContain('lsm-off');
    }
  });

  it('nothing where nobody asked lately', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const latest = keeping();
    vi.setSystemTime(Date.now() + 300_000);
    expect(samplesOf(await scraped(snapshot, undefined, latest), 'nsview_findings')).not.toEqual(
      [],
    );
    vi.setSystemTime(Date.now() + 1);
    for (const each of [latest, new LatestFindings()]) {
      const families = await scraped(snapshot, undefined, each);
      expect(families.filter(({ name }) => name.startsWith('nsview_findings'))).toEqual([]);
    }
  });
});

const toldText = (value: string) => ({ value, reason: null });

function readingOf(files: Record<string, string>): UseReading {
  // The kernel has this one in every cgroup: where it is not, the cgroup is gone.
  const there = { 'cgroup.controllers': 'cpu io memory pids\n', ...files };
  const told = Object.entries(there).map(([name, text]) => [name, toldText(text)] as const);
  const own = { path: '/docker/1', files: Object.fromEntries(told) };
  const controller = {
    value: {
      version: 'v2' as const,
      own,
      above: [],
      whole: true,
      localPidsEvents: false,
      below: [],
    },
    reason: null,
  };
  return {
    controllers: {
      ...{ memory: controller, cpu: controller, cpuacct: controller },
      ...{ pids: controller, io: controller, freezer: { value: null, reason: 'EACCES' } },
    },
    machine: { meminfo: toldText('MemTotal: 100 kB\n'), cpus: toldText('0-1\n') },
    network: { value: null, reason: 'ENOENT' },
  };
}

const LIMITED = {
  'memory.current': '60817408\n',
  'memory.max': '67108864\n',
  'memory.stat': 'file 3145728\n',
  'memory.events': 'oom 1\noom_kill 1\n',
  'cpu.max': '50000 100000\n',
  'cpu.stat': 'usage_usec 1900000\nnr_periods 38\nnr_throttled 28\nthrottled_usec 1400000\n',
  'pids.current': '19\n',
  'pids.max': '20\n',
  'io.stat': '254:0 rbytes=3145728 wbytes=4096 rios=3 wios=1\n8:0 rbytes=1 wbytes=0\n',
};

describe('what containers use', () => {
  const one = snapshot.containers.find(({ pid }) => pid > 0);
  const leader = snapshot.processes.find(({ pid }) => pid === one?.pid);
  if (one === undefined || leader === undefined) throw new Error('no container runs');
  const request = { pid: one.pid, startTicks: leader.startTicks, id: one.id, viewers: [] };
  const usesOf = (files: Record<string, string>) => {
    const uses = new LatestUses();
    uses.keep(request, readingOf(files));
    return uses;
  };
  const LABELS = { id: '/docker/1', name: one.name, image: one.image };

  it('as cAdvisor names it, and in its units', async () => {
    const families = await scraped(snapshot, usesOf(LIMITED));
    expect(numberOf(families, 'container_memory_usage_bytes', LABELS)).toBe(60_817_408);
    expect(numberOf(families, 'container_memory_cache', LABELS)).toBe(3_145_728);
    expect(numberOf(families, 'container_spec_memory_limit_bytes', LABELS)).toBe(67_108_864);
    expect(numberOf(families, 'container_oom_events_total', LABELS)).toBe(1);
    const total = { ...LABELS, cpu: 'total' };
    expect(numberOf(families, 'container_cpu_usage_seconds_total', total)).toBe(1.9);
    expect(numberOf(families, 'container_spec_cpu_quota', LABELS)).toBe(50_000);
    expect(numberOf(families, 'container_spec_cpu_period', LABELS)).toBe(100_000);
    expect(numberOf(families, 'container_cpu_cfs_periods_total', LABELS)).toBe(38);
    expect(numberOf(families, 'container_cpu_cfs_throttled_periods_total', LABELS)).toBe(28);
    expect(numberOf(families, 'container_cpu_cfs_throttled_seconds_total', LABELS)).toBe(1.4);
    expect(numberOf(families, 'container_threads', LABELS)).toBe(19);
    expect(numberOf(families, 'container_threads_max', LABELS)).toBe(20);
    const device = { ...LABELS, device: '254:0' };
    expect(numberOf(families, 'container_fs_reads_bytes_total', device)).toBe(3_145_728);
    expect(numberOf(families, 'container_fs_writes_bytes_total', device)).toBe(4096);
    const seen = numberOf(families, 'container_last_seen', LABELS) ?? 0;
    expect(Math.abs(seen - Date.now() / 1000)).toBeLessThan(60);
  });

  it('no limit is 0, one that is unknown is no number', async () => {
    const none = await scraped(snapshot, usesOf({ ...LIMITED, 'memory.max': 'max\n' }));
    expect(numberOf(none, 'container_spec_memory_limit_bytes')).toBe(0);
    const odd = await scraped(snapshot, usesOf({ ...LIMITED, 'memory.max': '?\n' }));
    expect(numberOf(odd, 'container_spec_memory_limit_bytes')).toBeNull();
    // What the kernel does not tell (memory.peak is younger than v2) is no number either.
    expect(numberOf(odd, 'container_memory_max_usage_bytes')).toBeNull();
    expect(numberOf(odd, 'container_memory_usage_bytes')).toBe(60_817_408);
  });

  it('not of one that has ended, or of another with its number', async () => {
    const gone = { ...snapshot, containers: snapshot.containers.filter((each) => each !== one) };
    const restarted = {
      ...snapshot,
      processes: snapshot.processes.map((each) =>
        each === leader ? { ...each, startTicks: '1' } : each,
      ),
    };
    for (const now of [gone, restarted]) {
      const families = await scraped(now, usesOf(LIMITED));
      expect(numberOf(families, 'container_memory_usage_bytes')).toBeNull();
    }
  });

  it('no longer than a reading stands', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const uses = usesOf(LIMITED);
    vi.setSystemTime(Date.now() + 10_000);
    expect(samplesOf(await scraped(snapshot, uses), 'container_threads')).toHaveLength(1);
    vi.setSystemTime(Date.now() + 1);
    expect(samplesOf(await scraped(snapshot, uses), 'container_threads')).toEqual([]);
  });
});
