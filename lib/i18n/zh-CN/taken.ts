import type { taken as en } from '../en/taken';

export const taken: typeof en = {
  button: '可带走的页面',
  title: '这是一个可带走的页面',
  recorded: (machine, date) =>
    `这里显示的是在 ${machine} 上从 ${date} 开始录制的内容，没有更新的内容。`,
  alone: '它只有一个文件，没有网络也能用：不会向任何服务器提问，也没有数据离开这个浏览器。',
  without:
    '课程、实验室、保存图片和容器里的读取程序都需要 nsview 本身。没有录下来的内容，会在原来的位置注明。',
  close: '关闭',
  noLesson: '课程需要 nsview 本身：这是一个可带走的页面，里面没有课程。',
  leaveLesson: '不上课，继续看',
};
