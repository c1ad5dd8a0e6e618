import { inside } from './inside';

/** What is said of all images. */
export const imageList = {
  open: 'All images',
  title: 'Images and their layers',
  close: 'Close',
  none: 'There is no image that is known.',
  sum: (images: number, layers: number) =>
    `${images} ${images === 1 ? 'image' : 'images'}, ${layers} ${layers === 1 ? 'layer' : 'layers'}, each kept once`,
  once: (size: string) => `${size} as they are kept`,
  copies: (size: string) => `${size} if each image had a copy`,
  sumUnclear: 'what they take together is not clear',
  unused: (n: number) =>
    n === 1 ? 'No container runs from this one now' : `No container runs from these ${n} now`,
  unusedUnknown: (why: string) => `those that no container runs from: ${inside.unknown(why)}`,
  containers: 'containers',
  sharedWith: (images: string) => `shared with ${images}`,
  sizeOfAll: (why: string | undefined): string =>
    `what it takes as a whole: ${why === 'containerd-store' ? 'not clear, for containerd’s store has its layers packed as well' : inside.unknown(why)}`,
  bottomFirst: 'each layer, the lowest first',
  steps: (n: number, without: number) =>
    `${n} ${n === 1 ? 'step' : 'steps'}, ${without === 0 ? 'each with a layer' : `${without} without a layer`}`,
  oldestFirst: 'how it was made, the oldest first',
  stepsUntold: (why: string | undefined): string => `how it was made: ${inside.unknown(why)}`,
  made: {
    layer: (nth: number | null) => (nth === null ? 'made one of the layers' : `layer ${nth}`),
    nothing: 'no layer: it changed settings alone, or no file',
    unclear: 'it is not clear whether it made a layer',
  },
};
