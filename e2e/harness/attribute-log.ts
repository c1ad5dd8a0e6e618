import type { Page } from '@playwright/test';
import { until } from './until';

/**
 * Writes down, in the page itself, each value that an attribute of `<html>` takes and when, so that
 * no polling from outside blurs the time. It is gone after a reload, so it also tells of that.
 */
export class AttributeLog {
  private constructor(
    private readonly page: Page,
    private readonly attribute: string,
  ) {}

  static async start(page: Page, attribute: string): Promise<AttributeLog> {
    await page.evaluate((name) => {
      const root = document.documentElement;
      const log = [{ value: root.getAttribute(name), at: Date.now() }];
      new MutationObserver(() => {
        // Writing what stands there already is told too, and is no change.
        const value = root.getAttribute(name);
        if (value !== log.at(-1)?.value) log.push({ value, at: Date.now() });
      }).observe(root, { attributes: true, attributeFilter: [name] });
      Object.assign(window, { [`log of ${name}`]: log });
    }, attribute);
    return new AttributeLog(page, attribute);
  }

  /** What it has been since the start. @throws when the page was loaded anew */
  async values(): Promise<{ value: string | null; at: number }[]> {
    const log: unknown = await this.page.evaluate(
      (name) => Reflect.get(window, `log of ${name}`) as unknown,
      this.attribute,
    );
    if (!Array.isArray(log)) throw new Error('the page was loaded anew');
    return log as { value: string | null; at: number }[];
  }

  /** When, by Date.now(), it first took such a value after a moment. Waits up to `within` ms. */
  async firstAfter(
    moment: number,
    wanted: (value: string | null) => boolean,
    within: number,
  ): Promise<number> {
    const found = await until(
      `${this.attribute} changes as expected`,
      async () => (await this.values()).find(({ value, at }) => at >= moment && wanted(value)),
      within,
    );
    return found.at;
  }
}
