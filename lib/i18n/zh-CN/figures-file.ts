import type { figuresFile as en } from '../en/figures-file';
import { lessonFile } from './lesson-file';
import { unknownBecause } from './unknown-because';

const instead = (meant: string | null, names: readonly string[]) => {
  if (meant !== null) return `是不是想写“${meant}”？`;
  return names.length === 0 ? '一个也没有' : `可用的有 ${names.join('、')}`;
};

export const figuresFile: typeof en = {
  problem: (file, line, figure, field, what) => {
    const place = [figure === null ? null : `图 ${figure}`, field].filter((each) => each);
    return `${file}:${line}: ${place.length === 0 ? '' : `${place.join('，')}：`}${what}`;
  },
  mistake: (mistake) => {
    switch (mistake.code) {
      case 'as-in-lessons': {
        const of = mistake.mistake;
        if (of.code === 'documents') return '这里开始了第二个文档（---）：请合并成一个';
        if (of.code === 'tag') return '这个标签（!…）在这里没有意义：请删去';
        if (of.code === 'too-large') return `文件超过 ${of.most} 字节：请拆成两个`;
        if (of.code === 'too-deep') return `嵌套超过 ${of.most} 层，或包含了自身：请减少层次`;
        return lessonFile.mistake(of);
      }
      case 'unknown-field':
        return `没有“${mistake.given}”这个字段：${instead(mistake.meant, mistake.fields)}`;
      case 'missing':
        return `缺少这一项：应类似 ${mistake.example}`;
      case 'wrong-form':
        return `收到 ${mistake.given}，应类似 ${mistake.example}`;
      case 'not-one-of':
        return `收到“${mistake.given}”：${instead(mistake.meant, mistake.allowed)}`;
      case 'unknown-source':
        return `没有“${mistake.given}”这个来源：${instead(mistake.meant, mistake.sources)}`;
      case 'twice':
        return `“${mistake.given}”已经有了（第 ${mistake.first} 个）：请另起一个名字`;
      case 'view-parameter':
        return `页面网址中没有“${mistake.given}”这个参数${
          mistake.meant === null
            ? '，或者它应写在图的别的字段里'
            : `：是不是想写“${mistake.meant}”？`
        }`;
      case 'view-value':
        return `${mistake.parameter}：收到“${mistake.given}”，应为 ${mistake.expected}`;
      case 'no-language':
        return `这张图要用 ${mistake.language} 画，而这里没有这种语言的文字：请补上，或从 lang 中去掉它`;
      case 'unknown-event':
        return `录制中没有“${mistake.given}”这件事：${instead(mistake.meant, mistake.events)}`;
      case 'too-late':
        return `录制只有 ${mistake.most} 秒：请选更早的时刻`;
      case 'no-anchor':
        return `图中没有“${mistake.given}”：${instead(mistake.meant, mistake.anchors)}`;
      case 'not-so':
        return mistake.because === null
          ? `此刻 ${mistake.predicate} 并不成立：这张图会说错`
          : `无法知道 ${mistake.predicate} 是否成立：${unknownBecause(mistake.because)}`;
      case 'missing-character':
        return `nsview 自带的字体里没有 ${mistake.character}，它出现在“${mistake.text}”中：请去掉它，或用 text: fonts`;
      case 'needs-live':
        return '它显示的是此刻的情况：请加上 --live，或改用录制';
      case 'not-recorded':
        return 'from 用于与录制中的某一刻比较，而这张图显示的是此刻的情况：请去掉它，或改用录制';
      case 'cannot-open':
        return `无法打开 ${mistake.what}：${mistake.why}`;
      case 'cannot-ask':
        return `${mistake.what} 没有给出结果：${mistake.why}`;
      case 'cannot-write':
        return `无法写入 ${mistake.what}：${mistake.why}`;
    }
  },
  changed: (file) => `nsview: figure：${file} 现在画出来会不一样`,
  missing: (file) => `nsview: figure：还没有 ${file}`,
  page: (file) => `nsview: figure：并排对照请看 ${file}`,
  watching: (file) => `nsview: figure：${file} 有改动时会重新画；按 Ctrl-C 结束`,
  unknownFigure: (given, meant) => `nsview: figure：没有“${given}”这张图：${meant}`,
  instead,
  differences: { title: '现在画出来会不一样的图', before: '现有的', after: '新画的' },
};
