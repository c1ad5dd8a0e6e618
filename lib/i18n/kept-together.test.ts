import { expect, it } from 'vitest';
import { keptTogether } from './kept-together';

it.each([
  ['a size', 'file cache 0 B; peak 64 MiB', 'file cache 0_B; peak 64_MiB'],
  ['a size as Docker says it', 'wants 200 MB.', 'wants 200_MB.'],
  ['a part', 'throttled 70 % of periods', 'throttled 70_% of periods'],
  ['a count', 'its 1 process has 20 tasks', 'its 1_process has 20_tasks'],
  ['a time', 'up 0 seconds', 'up 0_seconds'],
  ['a number of something', 'PID 26828 on the host', 'PID_26828 on the host'],
  ['a Chinese count', '全部 24 GiB 内存和 2 个 CPU', '全部 24_GiB 内存和 2_个_CPU'],
  ['no word that only begins so', '2 Bars, 3 CPUsets', '2 Bars, 3 CPUsets'],
  ['no other number', 'port 80 in c1', 'port 80 in c1'],
])('keeps together %s', (_what, text, kept) => {
  expect(keptTogether(text).replaceAll('\u00A0', '_')).toBe(kept);
});
