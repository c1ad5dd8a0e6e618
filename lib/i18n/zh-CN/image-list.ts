import type { imageList as en } from '../en/image-list';

export const imageList: typeof en = {
  open: '容器所用的全部镜像',
  title: '容器所用的镜像',
  close: '关闭',
  none: '没有容器在使用已知的镜像。',
  sum: (images, layers) => `${images} 个镜像，${layers} 层，每层只存一份`,
  once: (size) => `实际占 ${size}`,
  copies: (size) => `若每个镜像各存一份则占 ${size}`,
  sumUnclear: '无法确定一共占多少空间',
  containers: '容器',
  sharedWith: (images) => `与 ${images} 共用`,
  bottomFirst: '逐层列出，最下面的在先',
};
