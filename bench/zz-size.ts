import { gzipSync } from 'node:zlib';
import { readFileSync, existsSync, writeFileSync } from 'node:fs';
import { TraceMap, eachMapping } from '@jridgewell/trace-mapping';
import { GeneratedMachine } from '../e2e/harness/generated/machine';
import { openWatched, withPage, withRecording, withBrowser } from './browser/generated-page';
await withBrowser(async (browser: any) => {
  const snapshot = new GeneratedMachine(12).snapshot();
  await withRecording([snapshot], ({ url }: any) =>
    withPage(browser, async (page: any) => {
      const seen = new Map<string, any>();
      page.on('response', (r: any) => {
        if ((r.headers()['content-type'] ?? '').includes('javascript') && !seen.has(r.url()))
          seen.set(r.url(), r);
      });
      const rest = await openWatched(page, url + '/');
      await page.waitForLoadState('networkidle');
      const restAt = (await page.evaluate(() => performance.timeOrigin)) + rest.at;
      let total = 0;
      const per: Record<string, number> = {};
      const rows: string[] = [];
      for (const r of seen.values()) {
        const later = r.request().timing().startTime > restAt;
        const body = (await r.body()) as Buffer;
        const gz = gzipSync(body).length;
        rows.push(
          `${later ? 'later' : 'first'} ${(gz / 1000).toFixed(1)} ${r.url().split('/').slice(-2).join('/')}`,
        );
        if (later) continue;
        total += gz;
        const path = '.next' + new URL(r.url()).pathname.replace('/_next', '');
        if (!existsSync(path + '.map')) {
          per['(no map) ' + path] = gz;
          continue;
        }
        const map = new TraceMap(readFileSync(path + '.map', 'utf8'));
        const lines = body.toString('utf8').split('\n');
        const raw: Record<string, number> = {};
        let last: any = null;
        let sum = 0;
        const add = (s: string | null, n: number) => {
          const k = s ?? '?';
          raw[k] = (raw[k] ?? 0) + n;
          sum += n;
        };
        eachMapping(map, (m: any) => {
          if (last) {
            const n =
              m.generatedLine === last.generatedLine
                ? m.generatedColumn - last.generatedColumn
                : (lines[last.generatedLine - 1]?.length ?? 0) - last.generatedColumn;
            add(last.source, n);
          }
          last = m;
        });
        for (const [k, n] of Object.entries(raw)) {
          const s = k.replace(/^webpack:\/\/_N_E\//, '');
          per[s] = (per[s] ?? 0) + (n / sum) * gz;
        }
      }
      console.log('total', total / 1000);
      console.log(rows.sort().join('\n'));
      writeFileSync(
        '/tmp/size.json',
        JSON.stringify(
          Object.entries(per).sort((a, b) => b[1] - a[1]),
          null,
          1,
        ),
      );
    }),
  );
});
