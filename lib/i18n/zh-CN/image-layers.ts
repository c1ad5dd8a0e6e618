import { inside } from './inside';
import { noAnswer } from './no-answer';
import type { imageLayers as en } from '../en/image-layers';

export const imageLayers: typeof en = {
  noMaker: (why) =>
    why === 'unclear' ? '无法确定是哪条指令生成的' : `由什么生成：${inside.unknown(why)}`,
  noMakerShort: (why) => (why === 'unclear' ? '无法确定' : '未告知'),
  noInstruction: '没有说明是哪条指令',
  sizeUnclear: '无法确定占多少空间',
  someUnclear: '有的层无法确定',
  notTold: '没有它的信息',
  sizesAsked: '正在读取大小……',
  refused: (code) => noAnswer[code],
  noSizes: (why) => `没有大小：${why}`,
  mismatch: (ofImage, mounted) =>
    `它的镜像有 ${ofImage} 层，而挂载了 ${mounted} 层，因此无法一一对应`,
  layer: (made, size, readers) => `${made}；${size}；由 ${readers} 读取`,
  sum: (size) => `共 ${size}`,
  wrote: (size, n) => (n === 1 ? `它写入了 ${size}` : `这 ${n} 个容器一共写入了 ${size}`),
  notWrote: (why, n) => `${n === 1 ? '它' : `这 ${n} 个容器一共`}写入了多少：${why}`,
  once: (size, n) => `${size} · ${n} 层，各存一份`,
  copies: (size) => `若各存一份则占 ${size}`,
  /** In the inspector. */
  heading: '镜像与层',
  asked: '正在询问引擎……',
  image: '镜像',
  layersOf: '层',
  count: (n, size) => `${n} 层${size === null ? '' : `，共 ${size}`}`,
  written: '写入',
  ownLayer: (size) => `${size}，在它自己的层里`,
  topFirst: '逐层列出，最上面的在先',
};
