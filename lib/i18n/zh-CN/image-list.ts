import type { imageList as en } from '../en/image-list';
import { inside } from './inside';

export const imageList: typeof en = {
  open: '全部镜像',
  title: '镜像与它们的层',
  close: '关闭',
  none: '没有已知的镜像。',
  sum: (images, layers) => `${images} 个镜像，${layers} 层，每层只存一份`,
  once: (size) => `实际占 ${size}`,
  copies: (size) => `若每个镜像各存一份则占 ${size}`,
  sumUnclear: '无法确定一共占多少空间',
  unused: (n) => `现在没有容器使用${n === 1 ? '这个' : `这 ${n} 个`}镜像`,
  unusedUnknown: (why) => `没有容器使用的镜像：${inside.unknown(why)}`,
  containers: '容器',
  sharedWith: (images) => `与 ${images} 共用`,
  sizeOfAll: (why) =>
    `整个镜像占多少空间：${why === 'containerd-store' ? '无法确定，因为 containerd 的镜像存储把打包的层也留着' : inside.unknown(why)}`,
  bottomFirst: '逐层列出，最下面的在先',
  steps: (n, without) => `${n} 步，${without === 0 ? '每步都有层' : `其中 ${without} 步没有层`}`,
  oldestFirst: '它是怎样做成的，最早的在先',
  stepsUntold: (why) => `它是怎样做成的：${inside.unknown(why)}`,
  made: {
    layer: (nth) => (nth === null ? '生成了其中一层' : `第 ${nth} 层`),
    nothing: '没有层：只改了设置，或没有改动文件',
    unclear: '无法确定它是否生成了层',
  },
};
