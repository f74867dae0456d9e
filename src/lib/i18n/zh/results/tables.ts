import type { TableId } from '#lib/tables/table.ts';

/** 问的是什么，训练了什么，已有的结果怎么说。这里没有我们自己的数字。 */
interface TableWords {
  title: string;
  question: string;
  setup: string;
  literature: string;
}

export const tables: Record<TableId, TableWords> = {
  'noisy-digits': {
    title: '带噪声的数字',
    question: '有些标签是错的时，暂退法带来多少好处？其中有多少单靠平均就能得到？',
    setup:
      '1,000 个画出来的 14×14 像素的数字，30% 的标签被重新抽取；196-256-256-10，p = 0.5，40 轮；2,000 个测试数字。',
    literature:
      'Srivastava 等人 2014 把暂退法看作训练数量呈指数增长的、共享权重的稀疏网络，而关闭它就是取它们的平均。他们使用的数据多得多，而且标签都是对的。',
  },
  'averages-against-k': {
    title: '平均与 k 的关系',
    question: '要平均多少个子网络，才能和关闭暂退法一样好？',
    setup:
      '第一张表里的暂退法网络：在全部测试数字上取 k 个子网络的平均，把 2,000 次抽样分成互不重叠的组。',
    literature: 'Srivastava 等人 2014，图 11（MNIST）：大约 50 个样本就与近似相当，更多则略好。',
  },
  'drop-rate-fixed-n': {
    title: '丢弃概率，宽度不变',
    question: '如果各层宽度不变，哪个丢弃概率最好？',
    setup: '带噪声的数字，无论 p 是多少，每个隐藏层都是 256 个单元；测试时关闭暂退法。',
    literature: 'Srivastava 等人 2014，图 9a（MNIST）；他们给出的是保留概率 1 − p。',
  },
  'drop-rate-fixed-pn': {
    title: '丢弃概率，保留的单元数不变',
    question: '如果丢弃得越多，层就越宽呢？',
    setup: '带噪声的数字，隐藏层有 128/(1 − p) 个单元，平均保留 128 个。',
    literature: 'Srivastava 等人 2014，图 9b（MNIST）。',
  },
  'data-set-size': {
    title: '数据集的大小',
    question: '数据少的时候，暂退法有用吗？数据多的时候呢？',
    setup:
      '带噪声的数字，训练样本或多或少；每次都训练 2,000 步、每步 50 个样本，权重更新的次数相同。',
    literature: 'Srivastava 等人 2014，图 10：MNIST 中 100 到 50,000 个标签正确的样本。',
  },
  regularisers: {
    title: '其他正则化方法',
    question: '各种防止过拟合的方法都调到最好时，暂退法的好处更大吗？',
    setup:
      '带噪声的数字。强度在 20% 的训练样本（包括其中错误的标签）上选取，取各种子平均错误率最低的值，然后用全部样本重新训练。提前停止用 80% 的样本训练，保留在其余样本上负对数似然最低的那一轮。',
    literature:
      'Srivastava 等人 2014，表 9，全部 MNIST 的测试错误率：L2 1.62%，最大范数约束 1.35%，暂退法加 L2 1.25%，暂退法加最大范数约束 1.05%。',
  },
  'hidden-layers': {
    title: '一个隐藏层与两个隐藏层',
    question: '关闭暂退法，代表的是哪一种平均？',
    setup: '带噪声的数字，每个隐藏层 256 个单元：关闭暂退法，以及 200 个子网络的两种平均。',
    literature:
      'Hinton 等人 2012：只有一个隐藏层时，全部子网络的几何平均恰好就是关闭暂退法。Warde-Farley 等人 2014 发现，在更深的小网络中两者接近。',
  },
  'geometric-gap': {
    title: '几何平均与关闭暂退法',
    question: '平均的子网络越来越多时，两者会重合吗？',
    setup: '上一张表的网络：k 个子网络的几何平均的负对数似然，减去关闭暂退法的。',
    literature:
      '对一个隐藏层来说是恒等式（Hinton 等人 2012）；非线性之前若有掩码，就没有这样的恒等式。',
  },
  'clean-labels': {
    title: '干净的标签',
    question: '没有错误标签时，暂退法有用吗？',
    setup: '同样的数字和网络，标签全部正确。',
    literature:
      'Srivastava 等人 2014，全部 MNIST：普通网络 1.60%，暂退法加最大范数约束 1.05%（表 2 和表 9）。',
  },
  mnist: {
    title: 'MNIST',
    question: '换成真正的手写数字，也是这样吗？',
    setup:
      '28×28 像素的手写数字，标签是原有的，784-256-256-10：1,000 个样本训练 40 轮，5,000 个样本训练 20 轮；用另外 2,000 个样本测试。L2 用预设的值，没有调过。',
    literature:
      'Srivastava 等人 2014，图 10：100 和 500 个样本时没有好处，从 1,000 个起有好处；他们的网络更宽。',
  },
  'input-noise': {
    title: '测试输入上的噪声',
    question: '训练时没有的噪声，谁更经受得住？',
    setup:
      '第一张表的网络，测试时在每个像素上加高斯噪声。像素取值 0 到 1，训练用的数字本身带有 0.1 的噪声。',
    literature: 'Bishop 1995：在带噪声的输入上训练，相当于惩罚输出随输入变化的快慢。',
  },
};
