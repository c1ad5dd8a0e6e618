/** Does this frame of the page's websocket tell usage in which a process, by its number on the host, is in this state? */
export function tellsState(frame: string, pid: number, state: string): boolean {
  return ['"usage"', `"pid":${String(pid)},`, `"${state}"`].every((part) => frame.includes(part));
}
