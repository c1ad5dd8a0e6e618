import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import parsePrometheusTextFormat from 'parse-prometheus-text-format';
import { findings as findingsQuestion } from '@lib/questions/findings';
import { use as useQuestion } from '@lib/questions/use';
import { NAMESPACE_TYPES } from '../lib/model/namespace-type';
import { freshSnapshot, snapshotOf } from './harness/api';
import { cgroupPath } from './harness/cgroup-files';
import { expect, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { until } from './harness/until';

/* Numbers for Prometheus, as a parser that is not ours has them, against what the API tells. */

const LIMITS = ['--memory', '64m', '--cpus', '0.5', '--pids-limit', '20'];
const SPIN = ['ubuntu', 'sh', '-c', 'while :; do :; done'];

type Scraped = ReturnType<typeof parsePrometheusTextFormat>;

async function scrape(nsview: Pick<Nsview, 'url'>, headers = {}): Promise<Scraped> {
  const response = await fetch(`${nsview.url}/metrics`, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return parsePrometheusTextFormat(await response.text());
}

/** The sum of all numbers with these labels; null: there is none. */
function sum(told: Scraped, name: string, labels: Record<string, string> = {}): number | null {
  const rows = (told.find((each) => each.name === name)?.metrics ?? []).filter((each) =>
    Object.entries(labels).every(([label, text]) => each.labels?.[label] === text),
  );
  return rows.length === 0 ? null : rows.reduce((all, { value }) => all + Number(value), 0);
}

test('what it counts is what the API tells of the same moment', async ({ dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', ...LIMITS, 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c3', '--uts', 'host', 'ubuntu', 'sleep', '1d');
  await dockerd.cli('create', '--name', 'c4', 'ubuntu', 'true');
  await freshSnapshot(nsview);
  // Others of this machine come and go: compared is what stands between two equal answers.
  const { snapshot, told } = await until(
    'the machine is the same before and after',
    async () => {
      const before = await snapshotOf(nsview);
      const scraped = await scrape(nsview);
      const after = await snapshotOf(nsview);
      const isWhole = before.containers.length === 4;
      return isWhole && before.seq === after.seq && { snapshot: before, told: scraped };
    },
    30_000,
    100,
  );
  const { containers, namespaces, processes } = snapshot;
  expect(containers).toHaveLength(4);
  for (const type of NAMESPACE_TYPES) {
    for (const sharing of ['own', 'shared', 'host', 'unknown', 'none', 'absent']) {
      const alike = containers.filter((each) => each.sharing[type] === sharing);
      expect([type, sharing, sum(told, 'nsview_containers_sharing', { type, sharing })]).toEqual([
        ...[type, sharing, alike.length],
      ]);
    }
    const ofType = namespaces.filter((each) => each.type === type);
    expect(sum(told, 'nsview_namespaces', { type })).toBe(ofType.length);
  }
  expect(sum(told, 'nsview_containers_sharing', { type: 'pid', sharing: 'shared' })).toBe(2);
  expect(sum(told, 'nsview_containers', { state: 'running' })).toBe(3);
  expect(sum(told, 'nsview_containers', { state: 'created' })).toBe(1);
  const inside = processes.filter(({ container }) => container !== null).length;
  expect(sum(told, 'nsview_processes', { in_container: 'true' })).toBe(inside);
  expect(sum(told, 'nsview_processes')).toBe(processes.length);
  expect(sum(told, 'nsview_engine_connected')).toBe(1);

  const later = await scrape(nsview);
  const scans = (of: Scraped) => sum(of, 'nsview_scans_total') ?? NaN;
  expect(scans(later)).toBeGreaterThanOrEqual(scans(told));
  const cpu = (of: Scraped) => sum(of, 'process_cpu_seconds_total') ?? NaN;
  expect(cpu(later)).toBeGreaterThan(cpu(told));
});

test('what a container uses, as it was last asked; nothing is read for it', async ({
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'spins', ...LIMITS, ...SPIN);
  const leader = await dockerd.leader('spins');
  await freshSnapshot(nsview);
  const labels = { name: 'spins', image: 'ubuntu', id: cgroupPath(leader, 'memory') };
  expect(sum(await scrape(nsview), 'container_threads', labels)).toBeNull();

  const askAndScrape = async () => {
    const response = await fetch(`${nsview.url}/api/v1/containers/spins/use`);
    const use = useQuestion.answer.parse(await response.json());
    return { use, told: await scrape(nsview) };
  };
  const { use, told } = await askAndScrape();
  const { memory, cpu, pids } = use;
  const number = (name: string) => sum(told, name, labels);
  expect(number('container_memory_usage_bytes')).toBe(memory.usedBytes);
  expect(number('container_memory_cache')).toBe(memory.cacheBytes);
  expect(number('container_memory_max_usage_bytes')).toBe(memory.peakBytes);
  expect(number('container_spec_memory_limit_bytes')).toBe(64 * 1024 * 1024);
  expect(number('container_oom_events_total')).toBe(memory.oomKills);
  expect(number('container_cpu_usage_seconds_total')).toBeCloseTo((cpu.usedMs ?? NaN) / 1000, 9);
  expect(number('container_spec_cpu_quota')).toBe(50_000);
  expect(number('container_spec_cpu_period')).toBe(100_000);
  expect(number('container_cpu_cfs_periods_total')).toBe(cpu.periods);
  expect(number('container_cpu_cfs_throttled_periods_total')).toBe(cpu.throttledPeriods);
  expect(number('container_threads')).toBe(pids.current);
  expect(number('container_threads_max')).toBe(20);
  expect(Math.abs((number('container_last_seen') ?? 0) - Date.now() / 1000)).toBeLessThan(60);

  const usedOf = (of: Scraped) => sum(of, 'container_cpu_usage_seconds_total', labels) ?? NaN;
  const more = await until(
    'it was read again',
    async () => {
      const again = await askAndScrape();
      return again.use.takenAt > use.takenAt && usedOf(again.told) > usedOf(told) && again;
    },
    10_000,
    200,
  );
  expect(usedOf(more.told)).toBeCloseTo((more.use.cpu.usedMs ?? NaN) / 1000, 9);

  await dockerd.clear();
  await freshSnapshot(nsview);
  expect(sum(await scrape(nsview), 'container_threads', labels)).toBeNull();
});

test('findings by rule and severity, as they were last asked for', async ({
  dockerd,
  ownNsview,
}) => {
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  await dockerd.run('--name', 'risky', '--pid', 'host', '-v', '/etc:/e', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  expect(sum(await scrape(nsview), 'nsview_findings')).toBeNull();
  // Of one container alone it would say less than there is.
  await fetch(`${nsview.url}/api/v1/containers/risky/findings`);
  expect(sum(await scrape(nsview), 'nsview_findings')).toBeNull();

  const response = await fetch(`${nsview.url}/api/v1/findings`);
  const { findings, unknown } = findingsQuestion.answer.parse(await response.json());
  const told = await scrape(nsview);
  expect(sum(told, 'nsview_findings')).toBe(findings.length);
  expect(sum(told, 'nsview_findings_undecided')).toBe(unknown.length);
  for (const { rule, severity } of findings) {
    const alike = findings.filter((each) => each.rule === rule && each.severity === severity);
    expect(sum(told, 'nsview_findings', { rule, severity }), rule).toBe(alike.length);
  }
  expect(sum(told, 'nsview_findings', { rule: 'host-pid' })).toBe(1);
  expect(sum(told, 'nsview_findings', { rule: 'host-paths' })).toBe(1);
  expect(sum(told, 'nsview_findings', { rule: 'privileged' })).toBe(0);
});

test('where a token is needed, a scraper that shows it', async ({ dockerd, ownNsview }) => {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-token-'));
  const file = join(folder, 'token');
  try {
    const args = ['--host', '0.0.0.0', '--token-file', file];
    const gated = await ownNsview({ docker: dockerd.endpoint, args });
    const url = `http://127.0.0.1:${new URL(gated.url).port}`;
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    const Authorization = `Bearer ${readFileSync(file, 'utf8').trim()}`;
    expect(sum(await scrape({ url }, { Authorization }), 'nsview_engine_connected')).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
