import { readFileSync } from 'node:fs';
import { lab, rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '@lib/figure/palette';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { THEMES, type Theme } from '@lib/view-state/view-state';

/*
 * The palette, held to numbers: contrast of text by WCAG 2.1, and types told apart under the three
 * common colour-blindnesses, simulated by the matrices of Machado, Oliveira and Fernandes (2009) at
 * full severity. Letters and patterns say the same as hues; this is so that hues help at all.
 */

type Matrix = readonly (readonly [number, number, number])[];

const SEEN_BY: Readonly<Record<string, Matrix>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A difference that is seen at a glance between patches that do not touch (CIE 1976). */
const TOLD_APART = 9;

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

/** The colours of a theme, as the stylesheet has them; the dark one is what the root has. */
function coloursOf(theme: Theme): Record<string, string> {
  const selector = theme === 'dark' ? ':root {' : `:root[data-theme='${theme}'] {`;
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

function palette(theme: Theme): (name: string) => string {
  const values = coloursOf(theme);
  return (name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${theme} has no --${name}`);
    return value;
  };
}

/** The linear parts of a colour, 0 to 1. */
function linear(colour: string): [number, number, number] {
  const { r, g, b } = rgb(colour);
  const part = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return [part(r), part(g), part(b)];
}

function seen(colour: string, matrix: Matrix) {
  const from = linear(colour);
  const [r, g, b] = matrix.map((row) => {
    const value = row[0] * from[0] + row[1] * from[1] + row[2] * from[2];
    const clamped = Math.min(1, Math.max(0, value));
    return 255 * (clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055);
  });
  return lab(rgb(r ?? 0, g ?? 0, b ?? 0));
}

function luminance(colour: string): number {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const TEXTS = ['text', 'text-dim', 'good', 'warn', 'bad'];
const TYPE_TEXTS = NAMESPACE_TYPES.map((type) => `type-${type}-text`);
const GROUNDS = ['ground', 'surface', 'surface-raised', 'surface-selected'];

describe.each(THEMES)('theme %s', (theme) => {
  const colour = palette(theme);
  const least = theme === 'contrast' ? 7 : 4.5;

  it('is the same for figures', () => {
    expect(PALETTES[theme]).toEqual(coloursOf(theme));
  });

  it('has text that can be read', () => {
    const pairs = GROUNDS.flatMap((ground) =>
      [...TEXTS, ...TYPE_TEXTS].map((text) => [text, ground] as const),
    );
    const weak = pairs
      .map(
        ([text, ground]) =>
          `${text} on ${ground}: ${contrast(colour(text), colour(ground)).toFixed(2)}`,
      )
      .filter((line) => Number(line.split(': ')[1]) < least);
    expect(weak).toEqual([]);
  });

  it('has letters that can be read on the hues', () => {
    const weak = NAMESPACE_TYPES.filter(
      (type) => contrast(colour('on-type'), colour(`type-${type}`)) < 4.5,
    );
    expect(weak).toEqual([]);
  });

  it('has hues and a focus that stand out from the ground', () => {
    const names = [...NAMESPACE_TYPES.map((type) => `type-${type}`), 'focus'];
    // WCAG 1.4.11 asks this of what is not text. A light page's yellow cannot have it; its edge has.
    const weak = names.filter((name) => contrast(colour(name), colour('ground')) < 3);
    expect(theme === 'light' ? weak.filter((name) => name === 'focus') : weak).toEqual([]);
  });

  it.each(Object.entries(SEEN_BY))('has types told apart with %s', (_, matrix) => {
    const close = NAMESPACE_TYPES.flatMap((a, index) =>
      NAMESPACE_TYPES.slice(index + 1).flatMap((b) => {
        const [one, other] = [seen(colour(`type-${a}`), matrix), seen(colour(`type-${b}`), matrix)];
        const difference = Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
        return difference < TOLD_APART ? [`${a} and ${b}: ${difference.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });
});
