import type { AskErrorCode } from '../../protocol/ask';
import { inside } from './inside';
import { noAnswer } from './no-answer';

/** What is said of the layers of images, and of what containers write on top of them. */
export const imageLayers = {
  /** Why no instruction is told, and the same where there is little room. */
  noMaker: (why: string | undefined) =>
    why === 'unclear'
      ? 'which instruction made it is not clear'
      : `what made it: ${inside.unknown(why)}`,
  noMakerShort: (why: string | undefined): string => (why === 'unclear' ? 'not clear' : 'not told'),
  noInstruction: 'no instruction is told',
  sizeUnclear: 'what it takes is not clear',
  someUnclear: 'of some layers not clear',
  notTold: 'nothing is known of it',
  sizesAsked: 'sizes are being read…',
  refused: (code: AskErrorCode): string => noAnswer[code],
  noSizes: (why: string) => `no sizes: ${why}`,
  mismatch: (ofImage: number, mounted: number) =>
    `layers: ${ofImage} in its image, ${mounted} mounted, so it is not clear which is which`,
  layer: (made: string, size: string, readers: string) => `${made}; ${size}; read by ${readers}`,
  sum: (size: string) => `${size} in all`,
  /** Of `n` containers together. */
  wrote: (size: string, n: number) =>
    n === 1 ? `it has written ${size}` : `the ${n} have written ${size} together`,
  notWrote: (why: string, n: number) =>
    `what ${n === 1 ? 'it has' : `the ${n} have`} written: ${why}`,
  once: (size: string, n: number) => `${size} · ${n} ${n === 1 ? 'layer' : 'layers'}, each once`,
  copies: (size: string) => `${size} if each had a copy`,
  /** In the inspector. */
  heading: 'Image and layers',
  asked: 'Asking the engine…',
  image: 'image',
  layersOf: 'layers',
  count: (n: number, size: string | null) =>
    `${n} ${n === 1 ? 'layer' : 'layers'}${size === null ? '' : `, ${size} in all`}`,
  written: 'written',
  ownLayer: (size: string) => `${size} in a layer of its own`,
  topFirst: 'each of them, the topmost first',
};
