import type { CDPSession, Page } from '@playwright/test';

/** What a page holds after its garbage was collected. */
export interface Held {
  /** Bytes of JavaScript, compiled code included. */
  heap: number;
  /** JavaScript objects, arrays and functions. */
  objects: number;
  /** DOM nodes, in the document and out of it. */
  nodes: number;
  listeners: number;
}

/** How often all is counted. */
const COUNTS = 5;

/** Chromium's own count of what a page holds. */
export class PageMemory {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<PageMemory> {
    return new PageMemory(await page.context().newCDPSession(page));
  }

  /** The least of several counts: a page that goes on living has made garbage again before it is counted. */
  async held(): Promise<Held> {
    const counts: Held[] = [];
    while (counts.length < COUNTS) counts.push(await this.counted());
    const least = (kind: keyof Held) => Math.min(...counts.map((count) => count[kind]));
    return {
      heap: least('heap'),
      objects: least('objects'),
      nodes: least('nodes'),
      listeners: least('listeners'),
    };
  }

  private async counted(): Promise<Held> {
    // First of all: it collects more thoroughly than anything else that can be asked for.
    const objects = await this.objects();
    await this.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await this.session.send('Memory.getDOMCounters');
    return { heap: usedSize, objects, nodes, listeners: jsEventListeners };
  }

  /** How many objects have Object.prototype among theirs. */
  private async objects(): Promise<number> {
    const objectGroup = 'counted';
    const { result: prototype } = await this.session.send('Runtime.evaluate', {
      expression: 'Object.prototype',
      objectGroup,
    });
    const { objects } = await this.session.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.objectId ?? '',
      objectGroup,
    });
    const { result: count } = await this.session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
    });
    await this.session.send('Runtime.releaseObjectGroup', { objectGroup });
    return Number(count.value);
  }
}
