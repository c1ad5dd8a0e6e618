import { printable } from '../table/printable';

/** What an attribute may hold; null leaves it out. Numbers are written with two decimals at most. */
export type AttributeValue = string | number | null;

/** An element of a drawing. Strings among its children are text, whatever is in them. */
export interface SvgNode {
  name: string;
  attributes: Readonly<Record<string, AttributeValue>>;
  children: readonly (SvgNode | string)[];
}

export function node(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  return { name, attributes, children };
}

/** Lone elements that hold nothing but what they are given to hold. */
export function group(
  attributes: Readonly<Record<string, AttributeValue>>,
  children: readonly SvgNode[],
): SvgNode {
  return { name: 'g', attributes, children };
}

/** The drawing as XML: an element a line, the same text for the same tree. */
export function rendered(tree: SvgNode): string {
  return `${lines(tree, '').join('\n')}\n`;
}

function lines({ name, attributes, children }: SvgNode, indent: string): string[] {
  const open = `${indent}<${name}${attributesOf(attributes)}`;
  if (children.length === 0) return [`${open}/>`];
  // Space between an element and text would be part of the text.
  if (children.some((child) => typeof child === 'string')) {
    return [`${open}>${children.map(inline).join('')}</${name}>`];
  }
  const inside = children.flatMap((child) =>
    typeof child === 'string' ? [] : lines(child, `${indent}  `),
  );
  return [`${open}>`, ...inside, `${indent}</${name}>`];
}

function inline(child: SvgNode | string): string {
  return typeof child === 'string' ? escaped(child) : lines(child, '').join('');
}

function attributesOf(attributes: SvgNode['attributes']): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${valueOf(name, value ?? '')}"`)
    .join('');
}

function valueOf(name: string, value: string | number): string {
  if (typeof value === 'number') return rounded(value);
  return name === 'd' ? roundedPath(value) : escaped(value);
}

/** Two decimals are enough for any screen, and leave nothing of how a machine multiplies. */
export function rounded(value: number): string {
  const text = (Math.round(value * 100) / 100).toString();
  return text === '-0' ? '0' : text;
}

/** Path data with its numbers rounded. */
function roundedPath(path: string): string {
  return path.replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/g, (number) => rounded(Number(number)));
}

/** What XML 1.0 has no way to say, and {@link printable} leaves. */
const NO_XML = /[\ufffe\uffff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Any text as a drawing can have it: a name is what its owner likes it to be. */
export function writable(text: string): string {
  return printable(text).replace(NO_XML, '\ufffd');
}

/** The same as the text of an element or of an attribute. */
function escaped(text: string): string {
  return writable(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
