import type { DataProblem, Divergence } from '#lib/protocol/protocol.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import type { LabelColumn } from '#lib/data/dataset.ts';
import { formats } from '../formats.ts';
import { variantText } from './run.ts';

const f = formats('zh');
const nameOf = (variant: VariantName) => variantText[variant].name;

/** 文件中的位置：“labels.idx”，第 16 字节：。 */
function place({ file, at }: DataProblem): string {
  const parts = [file === '' ? '' : `“${file}”`];
  if (at) parts.push(`第 ${f.integer(at.value)} ${at.unit === 'byte' ? '字节' : '行'}`);
  if (at?.column !== undefined) parts.push(`“${at.column}”列`);
  const where = parts.filter((part) => part !== '').join('，');
  return where === '' ? '' : `${where}：`;
}

/** 读取程序用英文写出的数量和种类；文件名和单元格的内容保持原样。 */
const words: Record<string, string> = {
  rows: '行',
  columns: '列',
  numbers: '个数字',
  pixels: '个像素',
  characters: '个字符',
  classes: '个类别',
  images: '图像',
  labels: '标签',
  'a readable file': '可以读取的文件',
};
const counted = /^([≤>]? ?[\d×  ]+) (rows|columns|numbers|pixels|characters|classes)$/;
function plain(text: string): string {
  const [, amount, unit] = counted.exec(text) ?? [];
  if (unit) return `${amount} ${words[unit]}`;
  if (/^(images|labels) \+ (images|labels)$/.test(text))
    return text.replace(/images|labels/g, (word) => words[word]);
  return words[text] ?? text.replace(' (unsigned byte)', '（无符号字节）');
}

const dataSentences: Record<DataProblem['kind'], (problem: DataProblem) => string> = {
  unreadable: (p) =>
    `无法读取（${p.got}）。它是文件夹，或者选择之后被移动、修改或删除了：请重新选择文件。`,
  encoding: (p) =>
    `文本不是 ${p.expected} 编码：发现 ${p.got === 'UTF-16' ? p.got : '其他编码的字节'}。请将文件另存为 UTF-8（电子表格软件中称为“CSV UTF-8”），再重新选择。`,
  gzip: (p) => `压缩文件已损坏或不完整（${p.got}）。`,
  magic: (p) => `这不是无符号字节的 IDX 文件。应为 ${plain(p.expected)}，实际是 ${p.got}。`,
  rank: (p) => `图像的维数应为 3（数量、高、宽），标签的维数应为 1；这个文件的维数是 ${p.got}。`,
  truncated: (p) => `文件不完整。应有 ${p.expected}，实际只有 ${p.got}。`,
  counts: (p) => `有 ${p.expected} 幅图像，却有 ${p.got} 个标签。`,
  empty: () => '里面没有内容。',
  ragged: (p) =>
    p.expected === '"'
      ? '有一个引号没有闭合。'
      : `各行长度不一。应与第一行一样有 ${p.expected} 列，实际有 ${p.got} 列。`,
  'not-a-number': (p) => `这里应为数字，实际${p.got === '' ? '是空的' : `是“${p.got}”`}。`,
  'single-class': (p) => `所有样本都属于同一类。类别数应为 ${p.expected}，实际是 ${p.got}。`,
  label: (p) =>
    p.got === ''
      ? '这里没有标签。'
      : `应为 ${plain(p.expected)}，实际是 ${p.got}；这一列看起来是要预测的数值，而不是类别。`,
  'too-few': (p) => `样本太少。应为 ${p.expected}，实际是 ${p.got}。`,
  'too-large': (p) => `数据太大。最多 ${plain(p.expected)}，实际是 ${plain(p.got)}。`,
  files: (p) => `应为 ${plain(p.expected)}，实际是 ${plain(p.got)}。`,
  column: (p) => `没有这一列。应为 ${p.expected}，实际是 ${p.got}。`,
};

/** 文件，以及它们的问题。 */
export const files = {
  title: '你自己的文件',
  pick: '选择文件',
  drop: '或者拖放到页面的任意位置：两个 IDX 文件（图像和标签，.gz 也可以），或一个 CSV 文件。',
  dropNow: '松开即可读取这些文件',
  privacy: '文件只在这台设备上读取，不会离开这里。',
  reading: '正在读取文件……',
  inUse: (names: readonly string[]) => `正在使用：${f.list(names)}`,
  kept: '当前使用的数据保持不变。',
  wanted: (files: readonly { name: string; size: number }[]) =>
    `这个链接使用了自己的文件，请选择${f.list(
      files.map(({ name, size }) => `“${name}”（${f.bytes(size)}）`),
    )}。`,
  different: (names: readonly string[]) =>
    `这些不是链接中的文件（${f.list(names)}）；实验使用你选择的文件。`,
  problem: (problem: DataProblem) => place(problem) + dataSentences[problem.kind](problem),
  none: '在你选择文件之前，使用绘制的数字。',
};

/** 拖放到页面上的文件。 */
export const drops = {
  letGo: '松开即可读取这些文件。',
  none: '这个页面不读取文件。',
  where: '到实验室读取',
  close: '关闭',
};

export const preview = {
  title: '数据',
  building: '正在准备数据……',
  failed: (reason: string) => `无法准备数据：${reason}。`,
  failedInUse: (reason: string) =>
    `无法准备设置所指定的数据：${reason}。图中仍是先前的数据，不会用它们开始运行。`,
  again: '重试',
  labelColumn: ({ number, columns, name }: LabelColumn) =>
    name === null
      ? `标签：第 ${f.integer(number)} 列（共 ${f.integer(columns)} 列）；文件没有表头。`
      : `标签：“${name}”，第 ${f.integer(number)} 列（共 ${f.integer(columns)} 列）。`,
  facts: (train: number, test: number, inputs: number, classes: number) =>
    `训练样本 ${f.integer(train)} 个，测试样本 ${f.integer(test)} 个；${f.integer(inputs)} 个输入，${f.integer(classes)} 个类别。`,
  wrong: (wrong: number, share: number) =>
    `有 ${f.integer(wrong)} 个训练标签（${f.percent(share)}）是错的，图中已标出。`,
  figure: '训练样本',
  wrongExample: (truth: string, label: string) => `${truth}，标签为 ${label}`,
  wrongKey: '错误的标签（真实 → 给定）',
  shown: (shown: number, total: number, wrong: number) =>
    wrong === 0
      ? `${f.integer(total)} 个训练样本中的 ${f.integer(shown)} 个`
      : `${f.integer(total)} 个训练样本中的 ${f.integer(shown)} 个，其中 ${f.integer(wrong)} 个标签错误`,
  row: '行',
  label: '标签',
  trueLabel: '真实类别',
  input: (n: number) => `x${[...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`,
};

const operations: Record<Divergence['operation'], string> = {
  'pre-activation': '激活前的值',
  activation: '激活值',
  loss: '损失',
  gradient: '梯度',
  weights: '权重',
};

/** 运行中出错或改变做法时的说明。 */
export const notices = {
  'backend-fallback': (from: string, to: string, reason: string) =>
    `无法使用 ${from}（${reason}），改用 ${to} 运行。`,
  'context-lost': (variant: VariantName, step: number, to: string) =>
    `${nameOf(variant)}：图形上下文在第 ${f.integer(step)} 步丢失，改用 ${to}，从上一个检查点继续训练。`,
  'worker-replaced': (variant: VariantName, step: number, reason: string, attempt: number) =>
    `${nameOf(variant)}：它的后台线程停止了（${reason}），已更换；从第 ${f.integer(step)} 步继续训练（第 ${f.integer(attempt)} 次尝试）。`,
  'variant-failed': (variant: VariantName, reason: string) =>
    `已放弃${nameOf(variant)}：${reason}。其他网络不受影响。`,
  diverged: (variant: VariantName, d: Divergence) =>
    `${nameOf(variant)}：第 ${f.integer(d.step)} 步，第 ${f.integer(d.layer)} 层的${operations[d.operation]}变成了 ${d.value}（第 ${f.integer(d.member + 1)} 个网络），这个网络停止训练。`,
  slowed: '页面曾在后台，运行变慢了，但没有丢失任何内容。',
  'half-precision': 'WebGL 在这里用 16 位数值渲染，结果比别处粗糙。',
};
