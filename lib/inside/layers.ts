import type { Mount } from '../proc/mountinfo';

/** A path in `lowerdir`: in names, a colon and a backslash have a backslash before them, itself written in octal. */
const ONE_PATH = /(?:\\134(?:\\134|:)|[^:])+/g;

/**
 * Of how many lower directories an overlay is made. The kernel has all in `lowerdir`, parted by one colon,
 * or by two before what holds data alone; since Linux 6.8 each may stand in an option `lowerdir+` or `datadir+` of its
 * own. Source: ovl_show_options in fs/overlayfs/params.c.
 *
 * @returns null for what is no overlay, or does not tell (fuse-overlayfs)
 */
export function layersOf({ fsType, superOptions }: Mount): number | null {
  if (fsType !== 'overlay') return null;
  let layers = 0;
  for (const option of superOptions) {
    const [name, ...value] = option.split('=');
    if (name === 'lowerdir') layers += value.join('=').match(ONE_PATH)?.length ?? 0;
    if (name === 'lowerdir+' || name === 'datadir+') layers += 1;
  }
  return layers === 0 ? null : layers;
}
