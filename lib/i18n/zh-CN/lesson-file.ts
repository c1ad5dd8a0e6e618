import type { lessonFile as en } from '../en/lesson-file';
import { NAMESPACE_TYPES } from '../../model/namespace-type';
import type { ArgumentKind, LessonMistake, TextUnit, ValueKind } from '../lesson-mistake';

const KINDS: Record<ValueKind, string> = {
  mapping: '若干字段，每个字段是“名称: 值”',
  list: '列表',
  string: '文字；若会被 YAML 当成别的类型，请加引号',
  number: '整数',
  boolean: ' true 或 false',
  text: '按语言给出的文字，例如 { zh-CN: … }',
  predicate: '判断条件，例如 running: c1',
};

const UNITS: Record<TextUnit, string> = {
  words: '个词',
  characters: '个字（西文字母算半个）',
};

const SCREENS: Record<Extract<LessonMistake, { code: 'too-long' }>['of'], string> = {
  before: '完成之前一屏的文字（title、say、问题、选项、watch）',
  after: '完成之后一屏的文字（title、why）',
  text: '这段文字',
};

const ARGUMENTS: Record<ArgumentKind, string> = {
  container: '容器名称',
  place: '容器名称或 :host',
  type: `命名空间的类型：${NAMESPACE_TYPES.join('、')}`,
  number: '从 0 起的整数',
  count: '从 1 起的整数',
  port: ' 1 到 65535 之间的端口',
  path: '以 / 开头的路径',
  image: '镜像名称',
  name: '名称',
};

const oneOf = (names: readonly string[]) => `应为下列之一：${names.join('、')}`;
/** 猜不出想写的是什么时，列出有哪些可写。 */
const instead = (meant: string | null, names: readonly string[]) =>
  meant === null ? oneOf(names) : `是想写“${meant}”吗？`;
const got = (given: string) => {
  if (given === 'null') return '这里是空的';
  return /^[[{]/.test(given) ? `收到 ${given} ` : `收到“${given}”`;
};

export const lessonFile: typeof en = {
  problem: (file, line, step, field, what) => {
    const at = typeof step === 'number' ? `第 ${step} 步` : `步骤 ${step}`;
    const place = [step === null ? null : at, field].filter((each) => each !== null);
    return `${file}:${line}: ${place.length === 0 ? '' : `${place.join('，')}：`}${what}`;
  },
  mistake: (mistake) => {
    switch (mistake.code) {
      case 'not-yaml':
        return `这里不是正确的 YAML：${mistake.reason}（含冒号的文字要加引号，缩进要用空格）`;
      case 'field-twice':
        return '这个字段前面已经有了：只留一个';
      case 'documents':
        return '从这里（---）又开始了一份文档：一个文件只写一课，请拆成两个文件';
      case 'tag':
        return '标签（!…）在课程文件里没有意义：请去掉';
      case 'too-large':
        return `文件超过 ${mistake.most} 字节，一课最多这么大：请拆成两课`;
      case 'not-utf8':
        return '这里的文字不是 UTF-8 编码：请把文件另存为 UTF-8';
      case 'too-deep':
        return `嵌套超过 ${mistake.most} 层，或者自己包含自己，一课用不着这样：请减少层次`;
      case 'too-many-aliases':
        return `别名（*name）展开后超过 ${mistake.most} 份：请直接写出内容`;
      case 'unknown-alias':
        return `*${mistake.given} 没有所指：请在前面用 &${mistake.given} 标出它代表的内容`;
      case 'unknown-field':
        return `没有“${mistake.given}”这个字段：${instead(mistake.meant, mistake.fields)}`;
      case 'missing':
        return `缺少这个字段：应为${KINDS[mistake.expected]}`;
      case 'wrong-kind':
        return `${got(mistake.given)}，应为${KINDS[mistake.expected]}`;
      case 'not-one-of':
        return `${got(mistake.given)}：${instead(mistake.meant, mistake.allowed)}`;
      case 'bad-id':
        return `${got(mistake.given)}，应为小写字母、数字和连字符，以字母开头，最多 41 个`;
      case 'bad-container':
        return `${got(mistake.given)}，应为小写字母和数字，以字母开头，最多 21 个`;
      case 'bad-language':
        return `“${mistake.given}”不是语言代码：应为 en、de、zh-CN 这样的代码`;
      case 'no-language':
        return '没有任何语言的文字：至少给出一种，例如 { zh-CN: … }';
      case 'empty':
        return '这里是空的：请填写内容，或去掉这一项';
      case 'too-few':
        return `只有 ${mistake.given} 个，至少应有 ${mistake.limit} 个：请补上`;
      case 'too-many':
        return `有 ${mistake.given} 个，最多 ${mistake.limit} 个：请减少`;
      case 'too-long':
        return `${mistake.language}：${SCREENS[mistake.of]}有 ${mistake.given} ${UNITS[mistake.unit]}，一眼能看完的上限是 ${mistake.limit}：请精简，或拆成两步`;
      case 'not-one-predicate':
        return `${got(mistake.given)}，应为一个判断条件，例如 running: c1；几个条件要放进 all 或 any`;
      case 'unknown-predicate':
        return `没有“${mistake.given}”这个判断条件：${instead(mistake.meant, mistake.names)}`;
      case 'wrong-form':
        return `${got(mistake.given)}，应写成 ${mistake.forms
          .map((form) => `${mistake.predicate}: ${form}`)
          .join(' 或 ')}`;
      case 'wrong-argument':
        return `${mistake.nth === null ? '' : `第 ${mistake.nth} 个值：`}${got(mistake.given)}，应为${
          typeof mistake.expected === 'string'
            ? ARGUMENTS[mistake.expected]
            : ` ${mistake.expected.join(' 或 ')}`
        }`;
      case 'unknown-container':
        return `本课没有容器“${mistake.given}”：${
          mistake.meant === null ? '请写进 containers' : `是想写“${mistake.meant}”吗？`
        }`;
      case 'twice':
        return `“${mistake.given}”前面已经有了（第 ${mistake.first} 个）：请换一个名称`;
      case 'right-answers':
        return mistake.given.length === 0
          ? '没有正确答案：请给其中一个加上 right: true'
          : `${mistake.given.join('、')} 都标成了正确答案：只能留一个`;
      case 'no-question':
        return mistake.for === 'answered'
          ? 'answered 表示问题已经作答，而这一步没有问题：请加上 predict'
          : 'kind 为 predict 的步骤要有问题：请加上 predict，或改用别的 kind';
      case 'nothing-to-type':
        return '没有能完成这一步的命令：请写在 run 里；若要学员自己想出来，就写在 solve 里';
      case 'several-lines':
        return '这里有好几行：一条命令占一行，照输入的样子写；请拆成几条';
      case 'unmarked':
        return `run 的命令里没有“${mistake.given}”：请照命令原样写出要突出的部分`;
      case 'no-command':
        return `得到 ${mistake.given}，应为 run 里第几条命令（从 1 数起），而 run 里共有 ${mistake.count} 条`;
      case 'bad-exit':
        return `得到 ${mistake.given}，应为 0 到 255 之间的退出码`;
      case 'few-near':
        return `只有 ${mistake.given} 条，至少应有 ${mistake.least} 条看似相近、却不能完成这一步的命令`;
      case 'focus-parameter':
        return `页面的网址没有“${mistake.given}”这个参数：可用 view=、lens=、vantages=、select= 等`;
      case 'focus-value':
        return `${mistake.parameter}：${got(mistake.given)}，应为 ${mistake.expected}`;
    }
  },
  whole: (file, id, steps) => `${file}：${id}，共 ${steps} 步，没有错误`,
  unreadable: '无法读取',
  columns: { id: 'ID', title: '标题', steps: '步数', about: '内容' },
};
