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

/** Chromium's own count of what a page holds. */
export class PageMemory {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<PageMemory> {
    return new PageMemory(await page.context().newCDPSession(page));
  }

  async held(): Promise<Held> {
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
