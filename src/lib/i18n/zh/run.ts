import type { BackendName, VariantName } from '#lib/experiment/experiment.ts';
import type { EstimatorName } from '#lib/protocol/protocol.ts';
import { formats } from '../formats.ts';

const f = formats('zh');

export const lab = {
  title: '暂退法（dropout）与子网络的平均',
  question:
    '暂退法在每一步训练的都是一个不同的稀疏网络。预测时关闭暂退法，像是对所有这些子网络取平均吗？',
  presets: '从这里开始',
  toSettings: '设置',
  toResults: '查看结果',
};

/** 首次运行之前。 */
export const welcome = {
  title: '接下来会发生什么',
  steps: (variants: number, wrongLabels: boolean, dropout: boolean) => [
    `${f.integer(variants)} 种网络同时从这些数据中学习，这里的图会实时显示它们的测试错误率。`,
    ...(wrongLabels ? ['留意标签错误的那些样本：是谁把错误也背了下来？'] : []),
    ...(dropout
      ? ['最后会抽取许多子网络并取平均。它们的平均，会和关闭暂退法后的那一个网络一致吗？']
      : []),
  ],
  button: (variants: number) =>
    variants === 1 ? '开始训练' : `同时训练这 ${f.integer(variants)} 种网络`,
};

/** 控制运行的工具条。 */
export const run = {
  controls: '运行控制',
  train: '训练',
  pause: '暂停',
  resume: '继续',
  step: '一步',
  epoch: '一轮',
  stop: '停止',
  reset: '重置',
  resetSame: '同样的初始权重',
  resetSameHelp: '从同样的初始权重、掩码和顺序重新开始。',
  resetNew: '新的初始权重',
  resetNewHelp: '重新抽取初始权重，数据保持不变。',
  again: '再训练一次',
  progress: '整个运行的进度',
  state: {
    idle: '就绪',
    starting: '正在启动……',
    running: '训练中',
    paused: '已暂停',
    done: '已完成',
    failed: '失败',
  },
  stopping: '正在停止……',
  percentDone: (share: number) => `已完成 ${f.wholePercent(Math.floor(share * 100) / 100)}`,
  timeLeft: (seconds: number) => `大约还需 ${f.duration(seconds)}`,
  waitingForData: '正在等待数据',
  failed: (reason: string) => `运行失败：${reason}。`,
  refused: {
    'a-variant-is-done':
      '已有一种网络训练完毕，改动无法再在同一步对所有网络生效。请重置，用新的值重新开始。',
    'not-running': '现在没有正在进行的训练，因此无法执行。',
    'not-paused': '请先暂停运行。',
    invalid: '这里不能使用这个值。',
  },
};

/** 当前运行没有采用的设置改动。 */
export const pending = {
  changed: '设置已更改。现在看到的结果是用之前的设置训练的。',
  startAnew: '用这些设置重新开始',
  undo: '恢复这次运行的设置',
};

/** 运行过程中所作的改动。 */
export const changes = {
  title: '训练过程中的改动',
  line: (step: number, what: string, value: number) =>
    `从第 ${f.integer(step)} 步起：${what} ${f.number(value)}`,
  note: '它们是实验的一部分：重新运行时会在同样的步数再次生效。',
  forget: '去掉这些改动',
};

export const link = {
  copy: '复制链接',
  copied: '链接已复制',
  copyFailed: '无法复制链接，请从地址栏复制。',
  problems: '链接中有些内容无法识别，这些地方使用了实验自己的值：',
  dismiss: '知道了',
};

export const variantText: Record<VariantName, { name: string; short: string; line: string }> = {
  single: {
    name: '单个网络',
    short: '单个',
    line: '不使用暂退法的完整网络，作为比较的基准。',
  },
  dropout: {
    name: '暂退法（dropout）',
    short: '暂退法',
    line: '只有一组权重；每一步的每个样本都会遇到一个新抽取的稀疏网络。',
  },
  subnetworks: {
    name: '独立的子网络',
    short: '子网络',
    line: '若干个稀疏网络，各有一个固定的掩码和自己的权重，预测取平均。',
  },
  'shared-subnetworks': {
    name: '共享权重的子网络',
    short: '共享',
    line: '几个固定的掩码共用一组权重，每个样本从中随机选用一个。',
  },
  'full-ensemble': {
    name: '完整集成',
    short: '集成',
    line: '若干个初始权重不同的完整网络，预测取平均。',
  },
  'weight-decay': {
    name: '权重衰减',
    short: '权重衰减',
    line: '单个网络，对权重施加 L2 惩罚。',
  },
  'input-noise': {
    name: '输入噪声',
    short: '输入噪声',
    line: '单个网络，在输入上加入高斯噪声。',
  },
};

/** 每种网络一张卡片。 */
export const card = {
  title: '各种网络',
  before: '将要训练的网络',
  status: {
    waiting: '等待中',
    queued: '排队中',
    starting: '正在启动',
    training: '训练中',
    paused: '已暂停',
    done: '已完成',
    failed: '失败',
  },
  diverged: '发散',
  someDiverged: (networks: number) => `${f.integer(networks)} 个网络发散`,
  steps: (done: number, all: number) => `${f.integer(done)} / ${f.integer(all)} 步`,
  progress: (variant: string) => `${variant}的进度`,
  rate: (stepsPerSecond: number) => `每秒 ${f.number(stepsPerSecond, 3)} 步`,
  left: (seconds: number) => `还需 ${f.duration(seconds)}`,
  took: (seconds: number) => `训练用时 ${f.duration(seconds)}`,
  errorCurve: (variant: string) => `${variant}的错误率`,
  lossCurve: (variant: string) => `${variant}的损失`,
  quantity: '曲线显示',
};

export const backend = {
  name: {
    webgl: 'WebGL',
    wasm: 'WebAssembly',
    cpu: '纯 JavaScript',
  } satisfies Record<BackendName, string>,
  label: '计算后端',
  bits: (bits: number) => `float${bits}`,
  why: {
    hardware: '这里有 GPU 渲染，因此选用 WebGL。',
    software: '你指定了 WebGL，它在这里由软件渲染。',
    noGpu: '无法通过 GPU 使用 WebGL，因此选用 WebAssembly。',
    last: '这里没有更快的后端可用。',
    asked: '这是你指定的。',
    fastest: '对这个实验来说，它是最快的。',
  },
  measured: (name: string, milliseconds: number) =>
    Number.isFinite(milliseconds)
      ? `${name}：每步 ${f.number(milliseconds, 3)} 毫秒`
      : `${name}：在这里无法使用`,
  half: '数值只有 16 位，与手机相同，会有明显的舍入误差。',
};

export const estimatorText: Record<EstimatorName, (k: number) => string> = {
  off: () => '关闭暂退法',
  'members-mean': (k) => `${f.integer(k)} 个网络的平均`,
  'arithmetic-mean': (k) => `${f.integer(k)} 个子网络的算术平均`,
  'geometric-mean': (k) => `${f.integer(k)} 个子网络的几何平均`,
  'one-subnetwork': () => '单独一个子网络',
  'exact-arithmetic-mean': (k) => `全部 ${f.integer(k)} 个子网络的算术平均，精确`,
  'exact-geometric-mean': (k) => `全部 ${f.integer(k)} 个子网络的几何平均，精确`,
};
