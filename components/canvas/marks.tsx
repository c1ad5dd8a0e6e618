import type { ReactNode } from 'react';
import type { Data, GroupMark, Mark } from '@lib/scene/mark';

/** Class names by role and state, as a stylesheet of modules has them. */
export type Styles = Readonly<Record<string, string>>;

/** Marks as elements of SVG; what they look like the stylesheet says. */
export function Marks({ of, styles }: { of: readonly Mark[]; styles: Styles }) {
  return of.map((mark, index) => drawn(mark, index, styles));
}

/** What an element is called, and found by. */
interface Names {
  className: string | undefined;
  [data: `data-${string}`]: string | number | undefined;
}

/** What a mark is called, and found by: to be given to its element. Made for thousands at once. */
export function saidOf(
  { role, is, hue, data, page }: Omit<GroupMark, 'children' | 'kind'>,
  styles: Styles,
): Names {
  let className = styles[role];
  for (const each of is ?? []) {
    const name = styles[each];
    if (name !== undefined) className = className === undefined ? name : `${className} ${name}`;
  }
  const said: Names = { className, 'data-hue': hue };
  addData(said, data);
  addData(said, page);
  return said;
}

export function placeOf(at: { x: number; y: number } | undefined): string | undefined {
  return at === undefined ? undefined : `translate(${at.x},${at.y})`;
}

function drawn(mark: Mark, key: number, styles: Styles): ReactNode {
  const said = saidOf(mark, styles);
  switch (mark.kind) {
    case 'path': {
      const fill = mark.hatched === true ? `url(#hatching-${mark.hue})` : undefined;
      return <path key={key} {...said} d={mark.d} fill={fill} />;
    }
    case 'circle':
      return (
        <circle
          key={key}
          {...said}
          cx={mark.cx}
          cy={mark.cy}
          r={mark.r}
          style={tinted(mark.tint)}
        />
      );
    case 'rect': {
      const { x, y, width, height, rx, turned, tint } = mark;
      const transform = turned === undefined ? undefined : `rotate(${turned})`;
      return (
        <rect
          key={key}
          {...said}
          {...{ x, y, width, height, rx, transform }}
          style={tinted(tint)}
        />
      );
    }
    case 'line': {
      const { from, to } = mark;
      return <line key={key} {...said} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
    }
    case 'text': {
      const { x, y, size, text, parts, link } = mark;
      return (
        <text key={key} {...said} x={x} y={y} fontSize={size}>
          {parts === undefined
            ? text
            : parts.map((part, index) => (
                <tspan key={index} style={tinted(part.tint)}>
                  {part.text}
                </tspan>
              ))}
          {link !== undefined && <tspan className={styles.link}>{link}</tspan>}
        </text>
      );
    }
    case 'group': {
      const children = mark.children.map((child, index) => drawn(child, index, styles));
      const transform = placeOf(mark.at);
      // A group of which nothing is said needs no element: hundreds of rings have one each.
      if (transform === undefined && isUnsaid(said)) return children;
      return (
        <g key={key} {...said} transform={transform}>
          {children}
        </g>
      );
    }
  }
}

function isUnsaid(said: Names): boolean {
  return Object.values(said).every((value) => value === undefined);
}

function tinted(tint: string | null | undefined) {
  return tint === undefined || tint === null ? undefined : { fill: tint };
}

function addData(to: Names, data: Data | undefined): void {
  for (const name in data) {
    const value = data[name] ?? null;
    if (value !== null) to[`data-${name}`] = value;
  }
}
