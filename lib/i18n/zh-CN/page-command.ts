import type { pageCommand as en } from '../en/page-command';
import { optionLines } from '../option-lines';

export const pageCommand: typeof en = {
  usage: (readOptions) => `用法：nsview page -o FILE [选项]

生成一个 HTML 文件，显示一份录制或本机此刻的情况：所有视图、播放条、搜索，中英文都有。可以直接从磁盘打开，
也可以放到任何网站上；不需要 nsview，不需要网络，也不向任何地方提问。拿到文件的人都能看到其中的内容：
nsview record --anonymous 可以略去不该外传的部分。

选项：
${optionLines(
  [
    ['-o, --output FILE', '写到哪个文件，已有的会被替换'],
    ['--from FILE|URL', '录制文件，或一个正在运行的 nsview 的网址；不给则是本机'],
    ['--minutes NUMBER', '从现在起录制本机若干分钟；不给则只取此刻'],
    ['--view QUERY', '打开时显示什么，写法与页面网址相同：view=lens&lens=pid'],
    ['--title TEXT', '页面的标题（默认为录制的名称，否则为机器的名称）'],
    ['--token-file FILE', '该网址上的 nsview 的令牌文件'],
  ],
  17,
)}
${readOptions(17)}
`,
  outputNeeded: 'nsview: page：请用 -o FILE 说明写到哪个文件',
  titleLength: (most) => ` 1 到 ${most} 个字符`,
  minutesOfMachine:
    'nsview: page：--minutes 说明录制本机多久，而 --from 指定了别的来源，不能一起使用',
  tokenOfUrl: 'nsview: page：--token-file 只用于网址上的 nsview：请用 --from 给出它的网址',
  minutes: (most) => `分钟数，最多 ${most}`,
  cannotAsk: (address, why) => `nsview: page：${address} 没有给出结果：${why}`,
  made: (file, kilobytes) => `nsview: ${file}：页面大小 ${kilobytes} kB`,
};
