import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demand, mustRun, run, type Outcome } from './harness/command';
import { expect, test } from './harness/fixtures';
import { PROGRAM } from './harness/program';
import { FIGURES_OF_SHIPPED, TWENTY_FIGURES } from './harness/twenty-figures';
import { until } from './harness/until';

/* Figures of a file, as its author has them: on the command line, where there is no browser. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-figures-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `nsview figure` in a place where no program is to be found, a browser least of all. */
function figure(...args: string[]): Promise<Outcome> {
  return run(process.execPath, [PROGRAM, 'figure', ...args], { LC_ALL: 'C', PATH: '/nonexistent' });
}

/** Writes a file of figures. @returns its path */
function fileOf(text: string): string {
  const path = join(folder, 'figures.yaml');
  writeFileSync(path, text);
  return path;
}

function drawn(place = folder): Map<string, string> {
  const files = readdirSync(place).filter((name) => /\.(svg|png)$/.test(name));
  return new Map(files.map((name) => [name, readFileSync(join(place, name), 'base64')]));
}

test('twenty figures are the same to the byte each time, in whatever order, without a browser', async () => {
  const [one, other] = ['one', 'other'];
  const first = fileOf(
    `${FIGURES_OF_SHIPPED.replace('sources', `out: ${one}\ndefaults: {png: 1}\nsources`)}${TWENTY_FIGURES.join('\n')}\n`,
  );
  demand(await figure(first), 'the first run');
  const text = [...TWENTY_FIGURES].reverse().join('\n');
  const second = fileOf(
    `${FIGURES_OF_SHIPPED.replace('sources', `out: ${other}\ndefaults: {png: 1}\nsources`)}${text}\n`,
  );
  demand(await figure(second), 'the second run');
  const [before, after] = [drawn(join(folder, one)), drawn(join(folder, other))];
  expect([...before.keys()].filter((name) => name.endsWith('.svg'))).toHaveLength(20);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const others = [...before].filter(([name, bytes]) => after.get(name) !== bytes);
  expect(others.map(([name]) => name)).toEqual([]);
});

/** Which part of the pixels of two PNGs differs, by more than an eighth of what a colour can. */
function differing(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixelsOf = async (url: string) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? [];
      };
      const [a, b] = [await pixelsOf(first), await pixelsOf(second)];
      if (a.length !== b.length) return 1;
      let differ = 0;
      for (let at = 0; at < a.length; at += 4) {
        const by = [0, 1, 2].map((each) => Math.abs((a[at + each] ?? 0) - (b[at + each] ?? 0)));
        // Each smooths edges in its own way.
        if (Math.max(...by) > 32) differ += 1;
      }
      return differ / (a.length / 4);
    },
    [one, other] as const,
  );
}

test('Chromium and librsvg draw the same', async ({ page }) => {
  const entries = TWENTY_FIGURES.map((entry) => entry.replace('[en, zh-CN]', 'zh-CN'));
  demand(await figure(fileOf(FIGURES_OF_SHIPPED + entries.join('\n'))), 'nsview figure');
  const shares: Record<string, number> = {};
  for (const name of drawn().keys()) {
    const svg = join(folder, name);
    const png = join(folder, `${name}.png`);
    await mustRun('rsvg-convert', ['-o', png, svg]);
    const [, width = '0', height = '0'] =
      /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(readFileSync(svg, 'utf8')) ?? [];
    await page.setViewportSize({ width: Number(width), height: Number(height) });
    await page.goto(`file://${svg}`);
    const shown = await page.screenshot({ animations: 'disabled' });
    await page.goto('about:blank');
    const urls = [readFileSync(png), shown].map(
      (bytes) => `data:image/png;base64,${bytes.toString('base64')}`,
    );
    shares[name] = await differing(page, urls[0] ?? '', urls[1] ?? '');
  }
  expect(Object.keys(shares)).toHaveLength(10);
  for (const share of Object.values(shares)) expect(share).toBeLessThanOrEqual(0.01);
});

test('figures that would be others now are found, shown, and forgotten when they are the same', async () => {
  const caption = (text: string) =>
    `${FIGURES_OF_SHIPPED}  - {output: a, from: course, caption: ${text}}\n  - {output: b, from: course}\n`;
  const file = fileOf(caption('c2 joined'));
  demand(await figure(file), 'nsview figure');
  const before = drawn();
  expect((await figure(file, '--check')).code).toBe(0);

  fileOf(caption('c3 joined'));
  const changed = await figure(file, '--check');
  expect(changed.code).toBe(1);
  expect(changed.stderr).toContain('a.svg would be another now');
  expect(changed.stderr).not.toContain('b.svg');
  const page = readFileSync(join(folder, 'figures.changed.html'), 'utf8');
  expect(page).toContain('src="a.svg"');
  expect(page).toContain('src="a.changed.svg"');
  expect(drawn().get('a.svg')).toBe(before.get('a.svg'));

  demand(await figure(file), 'nsview figure');
  expect((await figure(file, '--check')).code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.includes('changed'))).toEqual([]);
  rmSync(join(folder, 'b.svg'));
  const gone = await figure(file, '--check');
  expect(gone.code).toBe(1);
  expect(gone.stderr).toContain('b.svg is not there yet');
});

test('figures that cannot be drawn are told by name, one line each, and the others are drawn', async () => {
  const file = fileOf(`${FIGURES_OF_SHIPPED}  - {output: whole, from: course}
  - {output: shape, from: course, colour: red}
  - {output: wrong, from: course, expect: {own: [c2, pid]}}
  - {output: unknown, from: course, expect: {limit: [c1, memory, 1]}}
  - {output: cut, from: course, crop: {to: ["container:c3"]}}
  - {output: event, from: course, at: {event: c2-recreate}}
  - {output: late, from: course, at: 9999}
  - {output: letter, from: course, caption: "a 🐳 b"}
  - {output: live, from: course, lang: [en, zh-CN], caption: {en: x}}
`);
  const { code, stderr, stdout } = await figure(file);
  expect(code).toBe(2);
  expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('whole.svg')]);
  expect([...drawn().keys()]).toEqual(['whole.svg']);
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => line.slice(file.length));
  expect(lines.sort()).toEqual(
    [
      ':5: figure shape, colour: there is no field "colour": ',
      ':6: figure wrong, expect: {"own":["c2","pid"]} is not so at this moment: ',
      ':7: figure unknown, expect: whether {"limit":["c1","memory",1]} is so is not known: ',
      ':8: figure cut, crop.to[1]: "container:c3" is not in the picture: did you mean "container:c1"?',
      ':9: figure event, at.event: the recording has no event "c2-recreate": did you mean "c2-recreated"?',
      ':10: figure late, at: the recording ends after ',
      ':11: figure letter: no font that comes with nsview has "🐳" (U+1F433), which stands in "a 🐳 b"',
      ':12: figure live, caption: it is not said in zh-CN',
    ]
      .sort()
      .map((line) => expect.stringContaining(line)),
  );

  // One that is fine is drawn by itself, as if nothing were wrong.
  expect((await figure(file, '-o', 'whole')).code).toBe(0);
  const unknown = await figure(file, '-o', 'whoel');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('there is no figure "whoel": did you mean "whole"?');
});

test('what is there now is drawn when that is said, and never compared', async ({
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const file = fileOf(`nsview: 1
sources: {here: {machine: true}, there: {url: ${nsview.url}}}
figures:
  - {output: here, from: here, expect: {running: c1}, view: {view: matrix}, text: fonts}
  - {output: there, from: there, expect: {running: c1}, view: {view: matrix}, text: fonts}
`);
  const refused = await figure(file);
  expect(refused.code).toBe(2);
  expect(refused.stderr.match(/from: it shows what is there now: give --live/g)).toHaveLength(2);
  expect((await figure(file, '--check', '--live')).code).toBe(2);

  const { code, stderr } = await figure(file, '--live', '--docker', dockerd.endpoint);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const name of ['here.svg', 'there.svg']) {
    expect(readFileSync(join(folder, name), 'utf8')).toContain('>c1</text>');
  }
});

test('one figure of a view that the page has in its address', async ({ nsview }) => {
  const svg = join(folder, 'one.svg');
  const view = `${nsview.url}/?view=matrix&theme=dark`;
  demand(await figure('--from', nsview.url, '--view', view, '-o', svg), 'from an address');
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg /);
  const recorded = await figure('--view', 'view=lens&lens=net&recording=course', '--text', 'fonts');
  expect(recorded.code).toBe(0);
  expect(recorded.stdout).toContain('172.17.0.2');
  const nobody = await figure('--from', 'http://127.0.0.1:9/');
  expect(nobody.code).toBe(2);
  expect(nobody.stderr.trim().split('\n')).toHaveLength(1);
});

test('while it is watched a file is drawn again when it changes, also after a mistake', async () => {
  const text = (caption: string) =>
    `${FIGURES_OF_SHIPPED}  - {output: a, from: course, caption: ${caption}}\n`;
  const file = fileOf(text('first'));
  const watching = spawn(process.execPath, [PROGRAM, 'figure', file, '--watch'], {
    env: { ...process.env, LC_ALL: 'C', PATH: '/nonexistent' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  watching.stderr.on('data', (part: Buffer) => (said += part.toString()));
  try {
    const svg = () => drawn().get('a.svg');
    await until('the file is watched', () => said.includes('draws again when') && svg(), 30_000);
    const first = svg();
    fileOf(text('{en: x, de: y}'));
    await until('a mistake is told', () => said.includes('there is no field "de"'), 30_000);
    expect(svg()).toBe(first);
    fileOf(text('second'));
    await until('it is drawn again', () => svg() !== first, 30_000);
  } finally {
    watching.kill('SIGINT');
  }
  await once(watching, 'exit');
});
