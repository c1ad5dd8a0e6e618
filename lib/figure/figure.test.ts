import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { namespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { courseMachine, courseMachineWith } from '../select/course-machine';
import { fitCamera } from '../layout/camera';
import { layOut } from '../layout/sharing-layout';
import { sharingGraph } from '../sharing/graph';
import { DEFAULT_VIEW_STATE, THEMES, VIEWS, type ViewState } from '../view-state/view-state';
import { drawFigure, type FigureRequest } from './figure';
import { withFonts } from './frame';

const SIZE = { width: 900, height: 600 };

function drawn(viewState: Partial<ViewState>, request: Partial<FigureRequest> = {}): string {
  return drawFigure({
    snapshot: courseMachine,
    viewState: { ...DEFAULT_VIEW_STATE, ...viewState },
    size: SIZE,
    theme: 'dark',
    language: 'en',
    usage: null,
    timeZone: 'UTC',
    ...request,
  }).svg;
}

/** What is told of an element as a drawing has it: the attributes of the first with this one. */
function attributesOf(svg: string, marked: string): string {
  const line = svg.split('\n').find((each) => each.includes(marked));
  if (line === undefined) throw new Error(`nothing is marked ${marked}`);
  return line;
}

describe('a figure', () => {
  it.each(VIEWS)('names every container: %s', (view) => {
    const svg = drawn({ view, vantages: ['c1', 'c2', 'metrics', 'vault'] });
    const running = courseMachine.containers.filter(({ pid }) => pid > 0);
    expect(running.length).toBeGreaterThan(2);
    for (const { name } of running) expect(svg).toMatch(new RegExp(`>${name}</(text|tspan)>`));
  });

  it.each(VIEWS)('says what it shows to who does not see it: %s', (view) => {
    const svg = drawn({ view });
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title>[^<]+<\/title>/);
    expect(svg).toMatch(/<desc>[^<]*c1 and c2 share the same PID namespace\.[^<]*<\/desc>/);
  });

  it.each(VIEWS)('refers to nothing outside: %s', (view) => {
    for (const theme of THEMES) {
      const svg = drawn({ view }, { theme });
      const references = [...svg.matchAll(/(?:href|url\(|@import|src)[^"')]*/g)].map(
        ([all]) => all,
      );
      for (const reference of references) expect(reference).toMatch(/^url\(#nsview-/);
      expect(svg).not.toContain('<style');
    }
  });

  it('takes fonts with it', () => {
    const url = 'data:font/woff2;base64,d09GMg==';
    const svg = withFonts(drawn({}), [{ family: 'Inter', weight: '100 900', url }]);
    expect(svg).toContain(`src:url(${url})`);
    expect(svg.replace(/\n {2}<style>.*<\/style>/, '')).toBe(drawn({}));
  });

  it('shows what is selected', () => {
    const view = { view: 'sharing' } as const;
    const chosen = drawn({ ...view, select: { kind: 'container', ref: 'c2' } });
    expect(chosen.split('stroke-dasharray="0.1 5"')).toHaveLength(2);
    expect(drawn(view)).not.toContain('stroke-dasharray="0.1 5"');
  });

  it('leaves out types that are not to be shown, and counts what they would tie', () => {
    const svg = drawn({ view: 'sharing', types: ['net'] });
    expect(svg).not.toContain('data-hub="pid:');
    expect(svg).toMatch(/>Hidden: other types: \d+ connections?</);
  });

  it('draws what filters leave, and counts what they leave out', () => {
    const svg = drawn({ view: 'matrix', stopped: false, query: 'c1' });
    expect(svg).toContain('>c1</text>');
    expect(svg).not.toContain('>old</text>');
    expect(svg).not.toContain('data-container="vault"');
    expect(svg).toMatch(/>Hidden: stopped: 1 container · not meeting the filter: /);
    // What is told of those that are shown stays true.
    expect(svg).toContain('c1 and c2 share the same PID namespace.');
  });

  it('says nothing of filters that hide nothing', () => {
    const running = courseMachine.containers.filter(({ pid }) => pid > 0);
    const snapshot = { ...courseMachine, containers: running };
    expect(drawn({ view: 'sharing', stopped: false }, { snapshot })).not.toContain('Hidden:');
  });

  it.each([
    { width: 900, height: 600 },
    { width: 1280, height: 640 },
  ])('has rings where a fresh page has them on a canvas of $width × $height', (size) => {
    const graph = sharingGraph(courseMachine);
    const { places, bounds } = layOut(graph, size, null);
    const camera = fitCamera(bounds, size);
    const svg = drawn({ view: 'sharing' }, { size });
    const world = /translate\(([\d.-]+),([\d.-]+)\) scale\(([\d.]+)\)/.exec(svg) ?? [];
    const [x, y, scale] = world.slice(1).map(Number);
    expect(scale).toBeCloseTo(camera.scale, 3);
    expect(x).toBeCloseTo(camera.x, 1);
    // Below the title, which a page has elsewhere.
    expect(y).toBeCloseTo(camera.y + 52, 1);
    for (const { key, container } of graph.nodes) {
      const place = places.get(key);
      const at = `translate(${String(place?.x)},${String(place?.y)})`;
      expect(attributesOf(svg, `data-container="${container.name}"`)).toContain(at);
    }
  });

  it('leaves out what filters hide, and says so; sharing stays', () => {
    const sharing = drawn({ view: 'sharing', query: 'name:c1' });
    expect(sharing).not.toContain('data-container="c2"');
    expect(sharing).toContain('+1 hidden');
    expect(sharing).toContain('c1 and c2 share');
    expect(sharing).toContain('Not shown of these: 4 containers, 11 processes.');
    const processes = drawn({ view: 'processes', vantages: [':host'], hostProcesses: false });
    expect(processes).toContain('+6 hidden');
    expect(processes).not.toContain('/sbin/init');
  });

  it('leaves out nsview’s own reader unless that is asked for', () => {
    const [first] = courseMachine.containers;
    if (first === undefined) throw new Error('no container');
    const own = { ...first, name: 'nsview-reader-1', role: 'reader' as const };
    const snapshot = { ...courseMachine, containers: [...courseMachine.containers.slice(1), own] };
    expect(drawn({ view: 'matrix' }, { snapshot })).not.toContain('nsview-reader-1');
    expect(drawn({ view: 'matrix', own: true }, { snapshot })).toContain('nsview-reader-1');
  });

  it('speaks the language that is asked for', () => {
    expect(drawn({ view: 'lens' }, { language: 'zh-CN' })).toContain('透镜');
  });

  it('counts the processes that do not fit, unless all are asked for', () => {
    const processes = Array.from({ length: 80 }, (_, index) => {
      const [first] = courseMachine.processes;
      if (first === undefined) throw new Error('no process');
      return { ...first, pid: 20_000 + index };
    });
    const snapshot = courseMachineWith({ processes: [...courseMachine.processes, ...processes] });
    const view = { view: 'processes', vantages: [':host'] } as const;
    const some = drawFigure({
      snapshot,
      viewState: { ...DEFAULT_VIEW_STATE, ...view },
      size: SIZE,
      theme: 'dark',
      language: 'en',
      usage: null,
      timeZone: 'UTC',
    });
    expect(some.svg).toMatch(/… and \d+ more/);
    expect(some.size.height).toBeLessThanOrEqual(SIZE.height);
    const all = drawn({ ...view, allRows: true }, { snapshot });
    expect(all).toContain('data-process="20079"');
    expect(all).not.toMatch(/… and \d+ more/);
  });

  describe('of five that run and hundreds that ended', () => {
    const sketches = (stopped: number): Sketch[] => [
      ...['c1', 'c2', 'db', 'web', 'api'].map((name) => ({ name })),
      ...Array.from({ length: stopped }, (_, index) => {
        const name = `a-job-with-a-rather-long-name-${index}`;
        return { name, state: 'exited' as const };
      }),
    ];
    const many = sampleSnapshot(sketches(412));

    it('says in the Matrix how many ended, in one row', () => {
      const svg = drawn({ view: 'matrix' }, { snapshot: many });
      expect(svg).toContain('>412 stopped containers</text>');
      expect(svg).not.toContain('a-job');
      expect(drawn({ view: 'matrix' }, { snapshot: many, language: 'zh-CN' })).toContain(
        '>412 个已停止的容器</text>',
      );
    });

    it('says in Sharing how many ended, in one place, and opens with it', () => {
      const svg = drawn({}, { snapshot: many });
      expect(svg).toContain('data-folded-count="412"');
      expect(svg).toContain('>412</text>');
      expect(svg).not.toContain('a-job');
      for (const name of ['c1', 'c2', 'db', 'web', 'api']) expect(svg).toContain(`>${name}</text>`);
      expect(svg).not.toContain('show each');
      expect(drawn({ view: 'sharing', allStopped: true }, { snapshot: many })).toContain(
        'data-container="a-job-with-a-rather-long-name-411"',
      );
    });

    it('gives each a row where that is asked for', () => {
      const svg = drawn({ view: 'matrix', allStopped: true, allRows: true }, { snapshot: many });
      expect(svg).toContain('>412 stopped containers</text>');
      expect(svg).toContain('data-container="a-job-with-a-rather-long-name-411"');
    });

    it('leaves the room to cells that names without a row do not need', () => {
      const few = sampleSnapshot(sketches(0));
      const view = { view: 'matrix', types: ['pid'] } as const;
      const cellOf = (svg: string) => /<rect [^>]*rx="7"[^>]*>/.exec(svg)?.[0] ?? 'no cell';
      const folded = cellOf(drawn(view, { snapshot: many }));
      expect(folded).toBe(cellOf(drawn(view, { snapshot: few })));
      expect(folded).not.toBe(cellOf(drawn({ ...view, allStopped: true }, { snapshot: many })));
    });
  });

  it('draws a machine without containers', () => {
    for (const view of VIEWS) {
      expect(drawn({ view }, { snapshot: sampleSnapshot([]) })).toContain('host');
    }
  });

  it('marks what is known no more', () => {
    const snapshot = sampleSnapshot([{ name: 'c1' }], 'disconnected');
    expect(attributesOf(drawn({ view: 'sharing' }, { snapshot }), 'data-stale')).toContain('c1');
  });
});

/** Ends where XML 1.0 (section 2.2) would have a parser stop. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

describe('a hostile name', () => {
  const hostile = '</text><script>alert("1")</script>&amp;\u0000\u001b[31m\u202e\ufffe\ud800';

  it.each(VIEWS)('stays text: %s', (view) => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(hostile), fc.string({ unit: 'binary' })), (name) => {
        const snapshot = sampleSnapshot([{ name, image: name, project: name }, { name: 'c2' }]);
        const [, second] = snapshot.processes;
        const processes = snapshot.processes.map((process) =>
          process === second ? { ...process, args: [name, name] } : process,
        );
        const svg = drawn({ view }, { snapshot: { ...snapshot, processes } });
        expect(svg).not.toMatch(NOT_XML);
        expect(svg).not.toContain('<script');
        // Every `<` begins an element of ours, every `&` one of the five that XML knows.
        const elements = /<\/?(?:svg|title|desc|defs|pattern|g|rect|line|circle|path|text)[\s/>]/;
        for (const piece of svg.split('<').slice(1)) expect(`<${piece}`).toMatch(elements);
        for (const piece of svg.split('&').slice(1)) expect(piece).toMatch(/^(?:amp|lt|gt|quot);/);
      }),
      { numRuns: 30, seed: 4 },
    );
  });
});

describe('sandboxes', () => {
  const machine = withSandboxes(courseMachine, { mnt: namespaceId('mnt', '71') });

  it.each(['sharing', 'matrix'] as const)('are in %s where they are asked for', (view) => {
    const plain = drawn({ view }, { snapshot: machine });
    expect(plain).not.toContain('data-sandbox');
    const svg = drawn({ view, sandboxes: 'folded' }, { snapshot: machine });
    expect(svg).toContain('data-sandbox="20001"');
    expect(svg).toContain('PID 20001');
    const legend = 'a sandbox: of no container';
    expect([plain, svg].map((each) => each.includes(legend))).toEqual([false, view === 'sharing']);
  });

  it.each([
    [
      'en',
      'sharing',
      /Outside of containers: 1 sandbox\. sleep, sandbox, 1 process, PID 20001: not in the host’s pid, mnt namespaces\. sleep shares its PID namespace pid:\[\d+\] with c1 and c2\./,
    ],
    ['zh-CN', 'matrix', /容器之外：1 个沙箱。sleep，沙箱，1 个进程/],
  ] as const)('are told to who does not see them: %s, %s', (language, view, words) => {
    const { pid } = courseMachine.containers.find(({ name }) => name === 'c1')?.namespaces ?? {};
    const joined = withSandboxes(courseMachine, {
      mnt: namespaceId('mnt', '71'),
      pid: pid ?? null,
    });
    const descOf = (state: Partial<ViewState>) =>
      /<desc>[^<]*<\/desc>/.exec(drawn(state, { snapshot: joined, language }))?.[0] ?? '';
    expect(descOf({ view, sandboxes: 'folded' })).toMatch(words);
    expect(descOf({ view })).not.toMatch(words);
    expect(descOf({ view: 'lens', sandboxes: 'folded' })).not.toMatch(words);
  });

  it('change nothing of a picture in which nobody asked for them', () => {
    const without = { ...machine, processes: courseMachine.processes };
    const rings = (of: Snapshot) =>
      drawn({ view: 'sharing' }, { snapshot: of }).replaceAll(/\d+ processes/g, '');
    expect(rings(machine)).toBe(rings(without));
  });
});
