import type { figureCommand as en } from '../en/figure-command';
import { optionLines } from '../option-lines';

export const figureCommand: typeof en = {
  usage: (readOptions) => `用法：nsview figure [选项]
      nsview figure FILE [-o NAME…] [--check | --watch] [--live]
      nsview figure --schema

把一个视图画成图片：SVG；文件名以 .png 结尾时为 PNG。不需要浏览器，每次画出的内容逐字节相同。
默认画本机此刻的情况；用 --from 可以改画一份录制，或另一个正在运行的 nsview。

FILE：在一个 YAML 文件里写好要画哪些图、图上说什么（参见 docs/figures.md）；输出在 Markdown 中引用各图的写法。
退出码 2：有的没有画成，其余的已经画好。

与 FILE 一起使用的选项：
${optionLines(
  [
    ['-o, --output NAME', '只画这一张图（可重复）'],
    ['--check', '不写文件；退出码 1 表示现在画出来会不一样，新画的放在旧图旁边'],
    ['--watch', '文件有改动就重新画'],
    ['--live', '允许画此刻的情况'],
    ['--schema', '输出这种文件的 JSON schema，供编辑器使用'],
  ],
  17,
)}

画一张图的选项：
${optionLines(
  [
    ['--from FILE|URL', '录制文件，或一个正在运行的 nsview 的网址'],
    ['--view QUERY', '显示什么，写法与页面网址相同：view=lens&lens=pid（默认 view=sharing）'],
    ['--at SECONDS', '录制中的哪一刻（默认取网址中的，否则为结尾）'],
    ['--size WxH', '以像素为单位；放不下时会更高（默认 960x540）'],
    ['--theme NAME', 'light、dark 或 contrast（默认取网址中的，否则为 light）'],
    ['--lang TAG', 'en 或 zh-CN（默认取网址中的，否则按 LANG）'],
    [
      '--text HOW',
      'outlines 把文字画成轮廓，到处都一样；fonts 保留文字，可以搜索（默认 outlines）',
    ],
    ['--scale NUMBER', 'PNG 的放大倍数，1 到 4（默认 2）'],
    ['-o, --output FILE', '写到哪个文件，已有的会被替换；不给则把 SVG 写到标准输出'],
    ['--token-file FILE', '该网址上的 nsview 的令牌文件'],
  ],
  17,
)}
${readOptions(17)}
`,
  sizeRange: (least, most) => ` ${least} 到 ${most} 之间的“宽x高”，例如 960x540`,
  second: '秒数，例如 12.5',
  scaleRange: ' 1 到 4 之间的数',
  addressParameter: (names) => `页面网址中有的参数；其中没有 ${names}`,
  addressValue: (parameter, expected) => ` ${parameter} 的值：${expected}`,
  fileName: '以 .svg 或 .png 结尾的文件名',
  scaleOfPng: 'nsview: figure：--scale 只用于 PNG：请让 -o 的文件名以 .png 结尾',
  momentOfNow: 'nsview: figure：--at 只用于录制；本机或网址上显示的都是此刻',
  noPast:
    'nsview: figure: --view 里的 past 是运行中的服务器记得的时刻；图只能画现在，或者画一段录制（nsview record）',
  startOfNow:
    'nsview: figure：--view 中的 from 用于与录制中的某一刻比较；本机或网址上显示的都是此刻',
  startInRecording: (most) => ` from 的值：录制中的某一刻，录制只有 ${most} 秒`,
  tokenOfUrl: 'nsview: figure：--token-file 只用于网址上的 nsview：请用 --from 给出它的网址',
  readsNothing: (option) =>
    `nsview: figure：${option} 说明如何读取本机，而 --from 指定了别的来源，不能一起使用`,
  cannotAsk: (address, why) => `nsview: figure：${address} 没有给出结果：${why}`,
  missingCharacter: (character, text) =>
    `nsview 自带的字体里都没有 ${character}，它出现在“${text}”中：请不要在视图中显示它，或用 --text fonts 交给读者的机器选择字体`,
  oneFile: 'nsview: figure：请只给出一个图的文件',
  fileNeeded: 'nsview: figure：--check、--watch 和 --live 用于图的文件：请给出一个',
  oneOutput: 'nsview: figure：只有与图的文件一起使用时，-o 才可重复',
  saidInFile: (option) => `nsview: figure：${option} 用于单张图；文件中的图请写在文件里`,
  checkAlone: (option) =>
    `nsview: figure：${option} 不能与 --check 一起使用，它是与以前画好的图作比较`,
};
