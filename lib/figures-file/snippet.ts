/** What is pasted into Markdown to show a picture. @param path of it, from the text that shows it */
export function snippet(path: string, alt: string, caption: string | null): string {
  const title = caption === null ? '' : ` "${inOneLine(caption).replace(/["\\]/g, '\\$&')}"`;
  return `![${inOneLine(alt).replace(/[[\]\\]/g, '\\$&')}](${encodeURI(path)}${title})`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
