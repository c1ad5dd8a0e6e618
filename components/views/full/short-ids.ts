/** Text in which an id of 64 digits is as commands of engines show it. */
export function shortIds(text: string): string {
  return text.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
}
