import type { Data, Mark, TextMark } from '../scene/mark';
import type { NamespaceType } from '../model/namespace-type';
import { group, node, rounded, type AttributeValue, type SvgNode } from './svg';
import { textLine, type TextStyle } from './text';

/** What a mark looks like: of a shape its attributes, of a text its style. */
export type Look = Readonly<Record<string, AttributeValue>>;
export type TextLook = Omit<TextStyle, 'size'>;

/** The look of each role; null: it is not drawn in a figure. */
export interface Looks<Role extends string> {
  shape: (mark: Mark<Role>, hue: NamespaceType | null) => Look | null;
  text: (mark: Mark<Role>, hue: NamespaceType | null) => TextLook;
}

/** Marks as SVG. @param hue of what they are in */
export function drawn<Role extends string>(
  marks: readonly Mark<Role>[],
  looks: Looks<Role>,
  hue: NamespaceType | null = null,
): SvgNode[] {
  return marks.flatMap((mark) => {
    const own = mark.hue ?? hue;
    if (mark.kind === 'text') {
      const line = textLine(mark.text, mark.x, mark.y, {
        ...looks.text(mark, own),
        size: mark.size,
      });
      return [mark.parts === undefined ? line : { ...line, children: inParts(mark.parts) }];
    }
    const look = looks.shape(mark, own);
    if (look === null) return [];
    if (mark.kind === 'group') {
      const attributes = { ...placeOf(mark.at), ...attributesOf(mark.data), ...look };
      return [group(attributes, drawn(mark.children, looks, own))];
    }
    return [node(mark.kind, { ...attributesOf(mark.data), ...geometryOf(mark), ...look })];
  });
}

/** With text first, if it is none: an element that holds text is written without spaces of its own. */
function inParts(parts: NonNullable<TextMark['parts']>): SvgNode['children'] {
  const children = parts.map(({ text, tint }) =>
    tint === null ? text : node('tspan', { fill: tint }, text),
  );
  return ['', ...children];
}

function placeOf(at: { x: number; y: number } | undefined): Look {
  return at === undefined ? {} : { transform: `translate(${rounded(at.x)},${rounded(at.y)})` };
}

function attributesOf(data: Data | undefined): Look {
  return Object.fromEntries(
    Object.entries(data ?? {}).map(([name, value]) => [`data-${name}`, value]),
  );
}

function geometryOf(mark: Exclude<Mark, { kind: 'text' | 'group' }>): Look {
  switch (mark.kind) {
    case 'path':
      return { d: mark.d };
    case 'circle':
      return { cx: mark.cx ?? null, cy: mark.cy ?? null, r: mark.r };
    case 'rect': {
      const { x, y, width, height, rx, turned } = mark;
      return {
        x,
        y,
        width,
        height,
        rx,
        ...(turned === undefined ? {} : { transform: `rotate(${turned})` }),
      };
    }
    case 'line':
      return { x1: mark.from.x, y1: mark.from.y, x2: mark.to.x, y2: mark.to.y };
  }
}
