import type {
  ActivationName,
  BackendChoice,
  DataKind,
  InitialisationName,
  PlaneShape,
} from '#lib/experiment/experiment.ts';
import type { FieldGroup, FieldName, FieldUnit } from '#lib/experiment/fields.ts';
import type { Expectation, ExperimentProblem } from '#lib/fields/problem.ts';
import { formats } from '../formats.ts';

const f = formats('zh');

/** 每个字段的名称，以及一句话的说明。 */
const texts: Record<FieldName, { label: string; help: string }> = {
  data: { label: '数据种类', help: '样本从哪里来。' },
  shape: { label: '形状', help: '各类的点在平面上如何分布。' },
  files: { label: '文件', help: '你自己的文件，在这台设备上读取。' },
  'label-column': { label: '标签列', help: '类别所在列的名称或序号；留空表示最后一列。' },
  train: { label: '训练样本数', help: '用多少样本来学习；样本越少，越容易死记硬背。' },
  test: { label: '测试样本数', help: '留多少样本用于测试；越多，置信区间越窄。' },
  'label-noise': {
    label: '标签噪声',
    help: '训练标签中有多大比例被重新随机抽取，其中大多数会变成错的。',
  },
  side: { label: '图像边长', help: '每个数字的高和宽；28 对应 784 个输入。' },
  distortion: { label: '变形程度', help: '笔画弯曲和旋转的程度；1 相当于普通手写。' },
  'pixel-noise': { label: '像素噪声', help: '每个像素上的随机颗粒；像素取值 0 到 1。' },
  noise: { label: '噪声', help: '点偏离形状的程度；形状的宽度大约是 2。' },
  hidden: {
    label: '隐藏层',
    help: '从输入侧起各隐藏层的单元数，用“-”连接，如 256-256；没有隐藏层写 none。',
  },
  activation: { label: '激活函数', help: '每个隐藏层之后的非线性函数。' },
  init: { label: '初始权重', help: '初始权重取自哪种分布。' },
  sigma: { label: '初始标准差 σ', help: '初始权重的标准差，只有“正态分布”会用到。' },
  epochs: { label: '迭代轮数（epoch）', help: '把全部训练样本学习多少遍。' },
  lr: { label: '学习率', help: '每一步把权重移动多远；训练过程中可以更改。' },
  optimizer: { label: '优化算法', help: '把梯度变成更新的规则。' },
  momentum: { label: '动量', help: '上一步有多少带到下一步，只有随机梯度下降会用到。' },
  batch: { label: '批量大小', help: '每一步的小批量中有多少样本。' },
  l2: { label: 'L2 惩罚 λ', help: '把所有网络的权重拉向零；0 表示不用。' },
  'max-norm': { label: '最大范数', help: '每个单元输入权重的范数上限；0 表示不限。' },
  'p-in': { label: '输入的丢弃概率', help: '丢弃一个输入的概率；训练过程中可以更改。' },
  p: { label: '丢弃概率', help: '丢弃一个隐藏单元的概率；训练过程中可以更改。' },
  variants: { label: '网络种类', help: '并排训练哪些网络，各用一个后台线程。' },
  members: { label: '集成中的网络数 K', help: '每个集成训练并平均多少个网络。' },
  'weight-decay': { label: '“权重衰减”的惩罚 λ', help: '只用于这一种网络的 L2 惩罚。' },
  'input-noise': {
    label: '“输入噪声”的强度',
    help: '只用于这一种网络的输入高斯噪声的标准差。',
  },
  draws: { label: '抽取的子网络数', help: '平均曲线图总共抽取多少个子网络。' },
  examples: {
    label: '取平均所用的测试样本数',
    help: '平均曲线图使用前多少个测试样本。',
  },
  'seed-data': { label: '数据种子', help: '决定样本和标签噪声。' },
  'seed-weights': { label: '权重种子', help: '决定初始权重。' },
  'seed-masks': { label: '掩码种子', help: '决定何时丢弃哪些单元。' },
  'seed-order': { label: '顺序种子', help: '决定训练样本的顺序。' },
  backend: {
    label: '计算后端',
    help: '“自动”在有 GPU 时用 WebGL，否则用 WebAssembly；“最快”会先测速。',
  },
  precision: { label: 'WebGL 精度', help: '“16 位”像手机那样计算。' },
  change: { label: '训练过程中的改动', help: '在哪一步改了什么。' },
};

const options: {
  data: Record<DataKind, string>;
  shape: Record<PlaneShape, string>;
  activation: Record<ActivationName, string>;
  init: Record<InitialisationName, string>;
  optimizer: Record<'sgd' | 'adam', string>;
  backend: Record<BackendChoice, string>;
  precision: Record<'single' | 'half', string>;
} = {
  data: {
    digits: '绘制的数字',
    plane: '平面上的点',
    idx: '我的 IDX 文件',
    csv: '我的 CSV 文件',
  },
  shape: {
    moons: '双月形',
    circles: '圆环',
    spirals: '螺旋',
    xor: '异或',
    blobs: '团块',
  },
  activation: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid' },
  init: {
    he: 'He',
    'xavier-normal': 'Xavier（正态）',
    'xavier-uniform': 'Xavier（均匀）',
    normal: '正态分布 N(0, σ²)',
  },
  optimizer: { sgd: '随机梯度下降（SGD）', adam: 'Adam' },
  backend: {
    default: '自动',
    auto: '最快',
    webgl: 'WebGL',
    wasm: 'WebAssembly',
    cpu: '纯 JavaScript',
  },
  precision: { single: '32 位', half: '16 位' },
};

const groups: Record<FieldGroup, string> = {
  data: '数据',
  network: '网络',
  training: '训练',
  dropout: '暂退法（dropout）',
  variants: '网络种类',
  averaging: '取平均',
  seeds: '随机种子',
  run: '计算',
};

const units: Record<FieldUnit, string> = {
  none: '',
  examples: '个样本',
  epochs: '轮',
  pixels: '像素',
  units: '个单元',
  networks: '个网络',
  subnetworks: '个子网络',
  share: '',
  probability: '',
  'standard-deviation': '（标准差）',
};

function expectation(expected: Expectation): string {
  switch (expected.kind) {
    case 'integer':
      return `${f.integer(expected.min)} 到 ${f.integer(expected.max)} 的整数`;
    case 'number':
      return `${f.number(expected.min)} 到 ${f.number(expected.max)} 的数`;
    case 'choice':
      return `${expected.of.join('、')} 之一`;
    case 'list':
      return `${f.integer(expected.min)} 到 ${f.integer(expected.max)} 项，每项为 ${expectation(expected.of)}`;
    case 'distinct':
      return '每一项只出现一次';
    case 'per-layer':
      return `${f.integer(expected.layers)} 个隐藏层各一个 ${f.number(expected.min)} 到 ${f.number(expected.max)} 的数，用“-”连接，或者所有层共用一个数`;
    case 'text':
      return `不超过 ${f.integer(expected.maxLength)} 个字符的文字`;
    case 'files':
      return `不超过 ${f.integer(expected.max)} 个文件，写成 名称:大小:SHA-256`;
    case 'changes':
      return `步数:参数:值，步数为整数，参数为 ${expected.of.join('、')} 之一，值在其范围之内；最多 ${f.integer(expected.max)} 个`;
    case 'data-kind':
      return `数据种类为 ${expected.of.join(' 或 ')}`;
    case 'hidden-layer':
      return '网络有隐藏层';
    case 'known':
      return '存在的参数';
    case 'once':
      return '参数只出现一次';
    case 'object':
      return '对实验的描述';
  }
}

export const fields = {
  title: '设置',
  texts,
  groups,
  units,
  option: (field: string, name: string) =>
    (options as Record<string, Record<string, string> | undefined>)[field]?.[name] ?? name,
  slider: (label: string) => `${label}，滑块`,
  more: (group: string) => `更多：${group}`,
  layer: (number: number) => `第 ${f.integer(number)} 隐藏层`,
  range: (min: number, max: number) => `${f.bound(min)} 到 ${f.bound(max)}`,
  off: '目前没有网络会用到它。',
  newSeed: (label: string) => `换一个${label}`,
  draw: '换一个',
  refused: (problem: ExperimentProblem, inUse: string) =>
    `不能使用“${problem.got}”。应为 ${expectation(problem.expected)}。仍在使用：${inUse}。`,
  keepOne: '至少需要一种网络。',
  ignored: ({ where, expected, got }: ExperimentProblem) =>
    expected.kind === 'known'
      ? `这个实验没有参数“${where}”（“${got}”）。`
      : expected.kind === 'once'
        ? `“${where}”出现了不止一次；以第一个为准，忽略“${got}”。`
        : `忽略了“${where}=${got}”：应为 ${expectation(expected)}。`,
};
