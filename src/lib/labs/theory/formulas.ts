import type { StatementId } from '#lib/experiment/theory.ts';

/**
 * The formula of each statement in LaTeX, one string per line of the page. m is a mask, P(m) its
 * probability, q what a subnetwork predicts. "≟" marks what must break, or is not true in general.
 * Read while the site is built, never in a browser.
 */
export const formulas: Record<StatementId, readonly string[]> = {
  'softmax-geometric-mean': [
    String.raw`\frac{\prod_m q_c(m)^{P(m)}}{\sum_{j} \prod_m q_{j}(m)^{P(m)}} = \operatorname{softmax}(Wx + b)_c`,
    String.raw`P(m) = \prod_i p^{\,1-m_i} (1-p)^{m_i}`,
  ],
  'softmax-arithmetic-mean': [
    String.raw`\sum_m P(m)\, q_c(m) \overset{?}{=} \operatorname{softmax}(Wx + b)_c`,
  ],
  'sigmoid-unit': [
    String.raw`\frac{G}{G + G'} = \sigma(\mathbb{E}[S])`,
    String.raw`G = \prod_m \sigma(S_m)^{P(m)}`,
    String.raw`G' = \prod_m \bigl(1 - \sigma(S_m)\bigr)^{P(m)}`,
  ],
  'deep-linear': [
    String.raw`\mathbb{E}[W_L M_L \cdots W_1 M_1 x] = W_L \cdots W_1 x`,
    String.raw`M_l = \tfrac{1}{1-p} \operatorname{diag}(m_l)`,
  ],
  'reused-mask': [String.raw`\mathbb{E}[W_2 M\, W_1 M\, x] \overset{?}{=} W_2 W_1 x`],
  'one-hidden-layer': [
    String.raw`\tfrac{1}{Z} \prod_m q_c(m)^{P(m)} = \operatorname{softmax}(W_2 h + b_2)_c`,
    String.raw`h = \varphi(W_1 x + b_1)`,
  ],
  'mask-before-nonlinearity': [
    String.raw`\tfrac{1}{Z} \prod_m q_c(m)^{P(m)} \overset{?}{=} \operatorname{softmax}(W_2 h + b_2)_c`,
    String.raw`q(m) = \operatorname{softmax}(W_2 h_m + b_2)`,
    String.raw`h_m = \varphi(W_1 M x + b_1)`,
  ],
  'jensen-nll': [String.raw`-\ln \mathbb{E}_m[q_y(m)] \le \mathbb{E}_m[-\ln q_y(m)]`],
  'geometric-nll': [
    String.raw`-\ln \tilde{q}_y = \mathbb{E}_m[-\ln q_y(m)] + \ln Z`,
    String.raw`Z = \sum_c \prod_m q_c(m)^{P(m)} \le 1`,
  ],
  ambiguity: [
    String.raw`\lVert t - \bar{q} \rVert^2 = \mathbb{E} \lVert t - q \rVert^2 - \mathbb{E} \lVert q - \bar{q} \rVert^2`,
    String.raw`\bar{q} = \mathbb{E}_m[q(m)]`,
  ],
  'jensen-relu': [
    String.raw`\mathbb{E}[\operatorname{relu}(S)] \ge \operatorname{relu}(\mathbb{E}[S])`,
  ],
  'linear-regression': [
    String.raw`\mathbb{E} \lVert y - \tilde{X} w \rVert^2 =`,
    String.raw`\quad \lVert y - X w \rVert^2 + \tfrac{p}{1-p} \lVert \Gamma w \rVert^2`,
    String.raw`\Gamma^2 = \operatorname{diag}(X^\top X)`,
  ],
  'ridge-minimiser': [
    String.raw`\operatorname*{arg\,min}_w\, \mathbb{E} \lVert y - \tilde{X} w \rVert^2 =`,
    String.raw`\quad \bigl( X^\top X + \tfrac{p}{1-p} \operatorname{diag}(X^\top X) \bigr)^{-1} X^\top y`,
  ],
  'input-noise': [
    String.raw`\mathbb{E} \bigl( y - (x + \varepsilon)^\top w \bigr)^2 =`,
    String.raw`\quad (y - x^\top w)^2 + s^2 \lVert w \rVert^2`,
    String.raw`\varepsilon \sim \mathcal{N}(0, s^2 I)`,
  ],
  'mask-moments': [
    String.raw`h' = \frac{m}{1-p}\, h`,
    String.raw`\mathbb{E}[h'] = h, \qquad \operatorname{Var}[h'] = h^2 \frac{p}{1-p}`,
  ],
  'kept-fraction': [
    String.raw`\left| \frac{1}{N} \sum_{i=1}^{N} m_i - (1-p) \right| \le 4.5 \sqrt{\frac{p(1-p)}{N}}`,
  ],
  'nothing-dropped': [String.raw`p = 0 \;\Rightarrow\; h' = h`],
  'everything-dropped': [
    String.raw`p = 1 \;\Rightarrow\; h' = 0, \quad \lVert \nabla \mathcal{L} \rVert < \infty`,
  ],
  'monte-carlo-variance': [
    String.raw`\mathbb{E} \lVert \bar{q}_k - \bar{q} \rVert^2 = \frac{\operatorname{tr} \operatorname{Cov}(q)}{k}`,
  ],
  'monte-carlo-slope': [
    String.raw`\frac{\mathrm{d} \ln \operatorname{RMS}(k)}{\mathrm{d} \ln k} = -\frac{1}{2}, \quad k = 1 \dots 256`,
  ],
  'constant-weights': [String.raw`w_{ij}^{(0)} = c \;\Rightarrow\; w_{ij}^{(t)} = w_{kj}^{(t)}`],
  'constant-weights-dropout': [
    String.raw`w_{ij}^{(0)} = c \;\overset{?}{\Rightarrow}\; w_{ij}^{(t)} = w_{kj}^{(t)}`,
  ],
  'ensemble-beats-off': [
    String.raw`-\ln \mathbb{E}_m[q_y(m)] \overset{?}{\le} -\ln q_y^{\mathrm{off}}`,
  ],
  'output-variance-bound': [
    String.raw`\lvert \mathbb{E}\,\sigma(S) - \sigma(\mathbb{E} S) \rvert \overset{?}{\le} 2E(1-E) \lvert 1 - 2E \rvert`,
    String.raw`E = \mathbb{E}\,\sigma(S)`,
  ],
  'input-variance-bound': [
    String.raw`\lvert \mathbb{E}\,\sigma(S) - \sigma(\mathbb{E} S) \rvert \le \frac{\operatorname{Var}(S)}{12 \sqrt{3}}`,
  ],
  'gap-shrinks': [
    String.raw`\mathbb{E} \lvert \bar{q} - q^{\mathrm{off}} \rvert \overset{?}{\to} 0 \quad (n \to \infty)`,
  ],
  'always-helps': [String.raw`\operatorname{MSE}(w_p) \overset{?}{\le} \operatorname{MSE}(w_0)`],
};
