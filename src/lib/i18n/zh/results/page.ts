import { formats } from '../../formats.ts';

const { integer, number, wholePercent } = formats('zh');

/** 结果页的框架。 */
export const page = {
  pageTitle: '结果 · Dropout 实验室',
  description:
    '暂退法、子网络的集成和其他正则化方法在多个种子上的结果，与已发表的结果对照；每个实验都可以在浏览器里运行。',
  title: '结果',
  lead: '把这里的实验用多个种子训练到底，会得到什么，是否与已发表的结果一致。',
  method: [
    '每个数字都由在你的浏览器里运行的同一份代码算出，只是没有浏览器：在 Node 里，用 WebAssembly。同样的命令会再次得到同样的数字。',
    '每次运行的数据、权重、掩码和顺序用同一个种子。数字是各次运行的平均 ± 一个标准误，小圆点是单次运行。没有说明是子网络的平均时，测试时关闭暂退法。',
  ],
  rule: (seeds: number, chance: number) =>
    `差异按种子逐次配对计算。只有平均差异离 0 超过 2 个标准误时，才说“更好”或“更差”；否则就是没有明显差异。有 ${integer(seeds)} 个种子时，单凭偶然也会有 ${wholePercent(Number(chance.toFixed(2)))} 的比较越过这条线：这里有这么多比较，其中总会有几个。`,
  commands:
    '同样的表和全部命令在 docs/results.md 里；不用浏览器运行自己的实验，见 docs/experiment.md。',
  none: '还没有保存的结果。“npm run results -- all” 会计算它们。',
  index: '各张表',
  here: '这里的发现',
  published: '已发表的结果',
  quantity: (table: string) => `${table}：显示的量`,
  run: '在这里运行',
  runRow: (row: string) => `在这里运行：${row}`,
  runShort: '运行',
  runAt: '在这里运行其中一个：',
  ownFiles: '它会要求选取 MNIST 的文件，本站不包含这些文件。',
  band: '色带：± 一个标准误。',
  logBand: '在对数坐标上，达到 0 的色带无法画出。',
  dots: (reference: string | undefined) =>
    `大标记和横条：平均 ± 一个标准误。小圆点：单次运行。${reference === undefined ? '' : `虚线：${reference}。`}`,
  chart: (table: string, quantity: string) => `${table}：${quantity}`,
  cursor: '用方向键读取数值',
  empty: '没有数字',
  largeP: '需谨慎解读',
  largePHelp:
    '当 p 达到 0.8 以上而学习率不变时，训练本身可能失效，看训练错误率便知。这时测试错误率较高，并不说明平均有什么问题。',
  table: {
    summary: '全部数字，以及每个种子',
    caption: (table: string) => `${table}：平均 ± 标准误`,
    seedsCaption: (table: string) => `${table}：每个种子`,
    row: '行',
    series: '数字',
    seed: (seed: number) => `种子 ${integer(seed)}`,
    diverged: (runs: number) => `${integer(runs)} 次发散`,
  },
  choices: {
    summary: '强度是怎样选取的',
    caption: (what: string) => `${what}：在留出样本上的错误率`,
    chosen: '选用',
    diverged: '发散',
    values: { 'weight-decay': 'λ', 'max-norm': 'c' } as Record<string, string | undefined>,
    value: (value: number) => number(value),
  },
  computed: (seeds: number, versions: { node: string; tfjs: string; backend: string }) =>
    `${integer(seeds)} 个种子；Node ${versions.node}，TensorFlow.js ${versions.tfjs}，${versions.backend}。重新计算：`,
};
