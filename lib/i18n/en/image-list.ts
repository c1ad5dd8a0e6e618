/** What is said of all images that containers run from. */
export const imageList = {
  open: 'All images that containers run from',
  title: 'Images that containers run from',
  close: 'Close',
  none: 'No container runs from an image that is known.',
  sum: (images: number, layers: number) =>
    `${images} ${images === 1 ? 'image' : 'images'}, ${layers} ${layers === 1 ? 'layer' : 'layers'}, each kept once`,
  once: (size: string) => `${size} as they are kept`,
  copies: (size: string) => `${size} if each image had a copy`,
  sumUnclear: 'what they take together is not clear',
  containers: 'containers',
  sharedWith: (images: string) => `shared with ${images}`,
  bottomFirst: 'each layer, the lowest first',
};
