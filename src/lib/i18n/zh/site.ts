import type { PresetName } from '#lib/experiment/presets.ts';

/** 每一页的框架，以及首页。 */
export const site = {
  name: 'Dropout 实验室',
  skip: '跳到正文',
  navigation: '站点',
  units: '单元',
  subnetworks: '子网络',
  stability: '稳定性',
  lab: '实验',
  theory: '理论',
  results: '结果',
  theme: {
    toDark: '切换到深色',
    toLight: '切换到浅色',
  },
  footer: {
    licence: 'MIT 许可证。一切都只在你的浏览器里运行：没有账号，没有服务器，不发送任何数据。',
    notices: '第三方声明',
  },
  pageTitle: {
    home: 'Dropout 实验室：暂退法是在平均子网络吗？',
    lab: '暂退法（dropout）与子网络的平均 · Dropout 实验室',
  },
  description: {
    home: '在浏览器里并排训练各种网络和子网络的集成，亲眼看看暂退法（dropout）是否真的像在做平均。',
    lab: '按一个按钮，同时训练普通网络、暂退法、各自独立的子网络和完整集成，再把子网络的平均与关闭暂退法后的网络作比较。',
  },
};

export const home = {
  question: '关闭暂退法（dropout）来预测，真的像对所有子网络取平均吗？',
  lead: '教科书里一句话就带过了。在这里，你可以用真实的训练，在这个浏览器里亲自检验。',
  figure: '三个各丢弃了一些单元的稀疏网络相加：结果和完整的网络差不多吗？',
  open: '打开实验',
  points: [
    '按一个按钮，四种网络同时开始训练，各用各的后台线程，过程实时画出来。',
    '随后，从用暂退法训练的网络中抽取成百上千个子网络，把它们的平均与关闭暂退法后的同一个网络作比较。',
    '每个结果都带有置信区间；只有数字支持时，才会说“更好”。',
  ],
  theory: '或者检验理论：每一条恒等式，当场计算',
  presets: '或者从下面的例子开始',
  others: '还可以试试',
  labs: {
    units: '只有五个单元的一层：抽取掩码，看均值与方差趋于闭式解。',
    subnetworks: '一个小网络的子网络：逐个看、看决策边界、看一大群，直到全部。',
    stability:
      '深层网络中的信号与梯度为什么会消失或爆炸，又该怎样解决：多达 200 层，与理论并排测量。',
    results: '多次训练的结果：每张表五个种子，每一项都能当场重做。',
  },
};

export const presetText: Record<PresetName, { title: string; line: string }> = {
  'noisy-digits': {
    title: '带噪声的数字',
    line: '手写风格的数字，30% 的训练标签被重新随机抽取：在这里死记硬背会吃亏。',
  },
  'clean-digits': {
    title: '干净的数字',
    line: '同样的数字，标签全部正确：暂退法很少有明显的好处。',
  },
  'notes-network': {
    title: '讲义中的网络',
    line: '784-256-256-10，p = 0.2 和 0.5，与课程讲义相同。',
  },
  moons: {
    title: '双月形',
    line: '平面上的点：规模小，速度快，一看就懂。',
  },
  'tiny-moons': {
    title: '小双月',
    line: '两层，每层八个单元：小到可以把全部 65,536 个子网络都平均进来。',
  },
  'your-own-data': {
    title: '你自己的数据',
    line: 'MNIST 那样的 IDX 文件，或者一个 CSV 文件。数据不会离开这台设备。',
  },
};
