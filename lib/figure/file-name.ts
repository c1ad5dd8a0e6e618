/**
 * What a file of a figure or a snapshot is called: `nsview-sharing-web1-2026-11-23T15-30-00Z.svg`.
 * @param what it shows: a view, or `snapshot`
 * @param time of what it shows, in milliseconds since the epoch
 */
export function fileName(what: string, hostname: string, time: number, ending: string): string {
  // A name of a file on any system: what may be in a host name, and nothing that leads elsewhere.
  const host = hostname.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 63);
  const moment = new Date(time).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  return `${['nsview', what, host, moment].filter((part) => part !== '').join('-')}.${ending}`;
}
