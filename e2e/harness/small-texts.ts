import type { Page } from '@playwright/test';

interface SmallText {
  text: string;
  px: number;
}

/** Texts of the view that are in sight, not for screen readers alone, and smaller than this, in CSS pixels of the screen. */
export function smallTexts(page: Page, least: number): Promise<SmallText[]> {
  return page.locator('#view').evaluate((view, px) => {
    const found: { text: string; px: number }[] = [];
    const texts = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const { parentElement: element } = node;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { width, height, right, bottom } = range.getBoundingClientRect();
      const isInSight = width > 2 && height > 2 && right > 0 && bottom > 0;
      if (element === null || !isInSight || element.checkVisibility() === false) continue;
      if (element.closest('.sr-only') !== null) continue;
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const drawn = matrix === null ? element.currentCSSZoom : Math.hypot(matrix.a, matrix.b);
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * drawn;
      if (size < px) found.push({ text: node.textContent ?? '', px: size });
    }
    return found;
  }, least);
}
