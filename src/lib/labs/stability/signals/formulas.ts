import type { FormulaId } from '#lib/experiment/stability/drawn-names.ts';

/**
 * The steps of the derivation in LaTeX, one line each. φ is the activation, h the input and h′ the
 * output of a layer, m a mask, L the loss. Read while the site is built, never in a browser.
 */
export const derivationFormulas = {
  sum: String.raw`z_i = \sum_{j=1}^{n_\mathrm{in}} w_{ij}\, h_j`,
  centred: String.raw`\mathbb{E}[z_i] = \sum_j \mathbb{E}[w_{ij}]\, \mathbb{E}[h_j] = 0`,
  variance: String.raw`\operatorname{Var}[z_i] = \sum_j \mathbb{E}[w_{ij}^2]\, \mathbb{E}[h_j^2] = n_\mathrm{in}\, \sigma^2\, \mathbb{E}[h^2]`,
  linear: String.raw`h' = z \;\Rightarrow\; \mathbb{E}[h'^2] = \operatorname{Var}[z]`,
  relu: String.raw`\mathbb{E}[\operatorname{relu}(z)^2] = \tfrac{1}{2} \operatorname{Var}[z]`,
  curved: String.raw`\mathbb{E}[h'^2] = \int \varphi(\sqrt{q}\, u)^2\, \frac{e^{-u^2/2}}{\sqrt{2\pi}}\, \mathrm{d}u, \quad q = \operatorname{Var}[z]`,
  mask: String.raw`\mathbb{E}\Bigl[\bigl(\tfrac{m}{1-p}\, h'\bigr)^2\Bigr] = \frac{1-p}{(1-p)^2}\, \mathbb{E}[h'^2] = \frac{1}{1-p}\, \mathbb{E}[h'^2]`,
  skip: String.raw`\mathbb{E}\bigl[(h + \alpha f)^2\bigr] = \mathbb{E}[h^2] + \alpha^2\, \mathbb{E}[f^2]`,
  crossed: String.raw`\mathbb{E}\bigl[(h + \alpha f)^2\bigr] = \mathbb{E}[h^2] + 2 \alpha\, \mathbb{E}[h]\, \mathbb{E}[f] + \alpha^2\, \mathbb{E}[f^2]`,
  chain: String.raw`\frac{\partial \mathcal{L}}{\partial h_j} = \sum_{i=1}^{n_\mathrm{out}} w_{ij}\, \varphi'(z_i)\, \frac{\partial \mathcal{L}}{\partial h'_i}`,
  backward: String.raw`\mathbb{E}\Bigl[\bigl(\tfrac{\partial \mathcal{L}}{\partial h_j}\bigr)^2\Bigr] = n_\mathrm{out}\, \sigma^2\, \mathbb{E}[\varphi'(z)^2]\, \mathbb{E}\Bigl[\bigl(\tfrac{\partial \mathcal{L}}{\partial h'}\bigr)^2\Bigr]`,
  linearSlope: String.raw`\varphi'(z) = 1`,
  reluSlope: String.raw`\mathbb{E}[\operatorname{relu}'(z)^2] = P(z > 0) = \tfrac{1}{2}`,
  curvedSlope: String.raw`\mathbb{E}[\varphi'(z)^2] \le \max_z \varphi'(z)^2`,
  backwardSkip: String.raw`\mathbb{E}\Bigl[\bigl(\tfrac{\partial \mathcal{L}}{\partial h}\bigr)^2\Bigr] = (1 + \alpha^2 \chi)\, \mathbb{E}\Bigl[\bigl(\tfrac{\partial \mathcal{L}}{\partial h'}\bigr)^2\Bigr]`,
  both: String.raw`n_\mathrm{in}\, \sigma^2 = 1 \quad \land \quad n_\mathrm{out}\, \sigma^2 = 1`,
  xavier: String.raw`\tfrac{1}{2} (n_\mathrm{in} + n_\mathrm{out})\, \sigma^2 = 1 \;\Rightarrow\; \sigma^2 = \frac{2}{n_\mathrm{in} + n_\mathrm{out}}`,
  uniform: String.raw`\operatorname{Var}[U(-a, a)] = \frac{a^2}{3} \;\Rightarrow\; a = \sqrt{\frac{6}{n_\mathrm{in} + n_\mathrm{out}}}`,
  he: String.raw`\tfrac{1}{2}\, n_\mathrm{in}\, \sigma^2 = 1 \;\Rightarrow\; \sigma^2 = \frac{2}{n_\mathrm{in}}`,
} as const satisfies Record<FormulaId, string>;
