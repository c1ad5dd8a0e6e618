import type { takeAway as en } from '../en/take-away';

export const takeAway: typeof en = {
  title: '导出',
  close: '关闭',
  lead: '把当前显示的内容存成文件，或者复制链接。',
  svg: '矢量图（SVG）',
  svgTells: '放大也清晰，一个文件，不依赖别的文件',
  png: '图片（PNG）',
  pngTells: '像素是屏幕上的两倍',
  json: '快照（JSON）',
  jsonTells: '读到的全部内容，格式与 API 相同',
  link: '链接',
  linkTells: '复制链接，打开后就是这个画面',
  waiting: '正在生成……',
  reading: (known, of) => `正在读取图中的内容：${known}/${of}……`,
  saved: (name) => `已保存：${name}`,
  savedWithout: (name, missing) =>
    `已保存：${name}。图中有 ${missing} 项内容没有及时读到，不在其中。`,
  copied: '链接已复制。',
  copyFailed: '浏览器不允许复制链接，请在这里手动复制：',
  address: '这个画面的链接',
  failed: (why) => `生成失败：${why}`,
  nothingYet: '还没有读到内容，暂时无法导出。',
};
