import type { Mount } from '../proc/mountinfo';

/** A path in `lowerdir`: in names, a colon and a backslash have a backslash before them, itself written in octal. */
const ONE_PATH = /(?:\\134(?:\\134|:)|[^:])+/g;

/**
 * The lower directories of an overlay, the topmost first, as its options tell them. The kernel has all in `lowerdir`, parted by one colon,
 * or by two before what holds data alone; since Linux 6.8 each may stand in an option `lowerdir+` or `datadir+` of its
 * own. Source: ovl_show_options in fs/overlayfs/params.c.
 */
export function lowerDirectories(options: readonly string[]): string[] {
  return options.flatMap((option) => {
    const [name, ...rest] = option.split('=');
    const value = rest.join('=');
    if (name === 'lowerdir') return value.match(ONE_PATH) ?? [];
    return name === 'lowerdir+' || name === 'datadir+' ? [value] : [];
  });
}

/**
 * Of how many lower directories an overlay is made.
 *
 * @returns null for what is no overlay, or does not tell (fuse-overlayfs)
 */
export function layersOf({ fsType, superOptions }: Mount): number | null {
  if (fsType !== 'overlay') return null;
  const { length } = lowerDirectories(superOptions);
  return length === 0 ? null : length;
}
