import type { VariantName } from '#lib/experiment/experiment.ts';
import type { EstimatorName } from '#lib/protocol/protocol.ts';

/**
 * How a variant or an estimator looks: one colour, one dash and one marker, the same in every
 * chart, table and card, so that any one of the three is enough to recognise it.
 */

export type Marker =
  | 'circle'
  | 'square'
  | 'triangle'
  | 'triangle-down'
  | 'diamond'
  | 'plus'
  | 'cross'
  | 'star'
  | 'hourglass'
  | 'bar';

export interface LineStyle {
  /** The custom property in `lib/site/tokens.css`. */
  token: `--${string}`;
  /** Lengths of dash and gap in CSS pixels; an empty list is a solid line. */
  dash: readonly number[];
  marker: Marker;
}

export type StyleName = VariantName | Exclude<EstimatorName, 'members-mean'>;

export const lineStyles: Record<StyleName, LineStyle> = {
  single: { token: '--variant-single', dash: [10, 4], marker: 'square' },
  dropout: { token: '--variant-dropout', dash: [], marker: 'circle' },
  subnetworks: { token: '--variant-subnetworks', dash: [4, 3], marker: 'triangle' },
  'shared-subnetworks': {
    token: '--variant-shared-subnetworks',
    dash: [12, 3, 3, 3],
    marker: 'triangle-down',
  },
  'full-ensemble': { token: '--variant-full-ensemble', dash: [7, 3], marker: 'diamond' },
  'weight-decay': { token: '--variant-weight-decay', dash: [2, 3], marker: 'plus' },
  'input-noise': { token: '--variant-input-noise', dash: [14, 3, 2, 3, 2, 3], marker: 'cross' },
  off: { token: '--estimator-off', dash: [], marker: 'circle' },
  'arithmetic-mean': { token: '--estimator-arithmetic', dash: [], marker: 'star' },
  'geometric-mean': { token: '--estimator-geometric', dash: [6, 4], marker: 'hourglass' },
  'exact-arithmetic-mean': { token: '--estimator-arithmetic', dash: [1, 5], marker: 'star' },
  'exact-geometric-mean': { token: '--estimator-geometric', dash: [1, 5], marker: 'hourglass' },
  'one-subnetwork': { token: '--estimator-one', dash: [2, 4], marker: 'bar' },
};

/** The outline of a marker about (0, 0), as an SVG path that `Path2D` reads too. `r` is half its width. */
export function markerPath(marker: Marker, r: number): string {
  const n = (value: number) => Number(value.toFixed(2));
  switch (marker) {
    case 'circle':
      return `M${n(-r)},0a${n(r)},${n(r)} 0 1,0 ${n(2 * r)},0a${n(r)},${n(r)} 0 1,0 ${n(-2 * r)},0Z`;
    case 'square': {
      const s = r * 0.9;
      return `M${n(-s)},${n(-s)}h${n(2 * s)}v${n(2 * s)}h${n(-2 * s)}Z`;
    }
    case 'diamond': {
      const s = r * 1.2;
      return `M0,${n(-s)}L${n(s)},0L0,${n(s)}L${n(-s)},0Z`;
    }
    case 'triangle':
      return `M0,${n(-1.15 * r)}L${n(1.1 * r)},${n(0.85 * r)}L${n(-1.1 * r)},${n(0.85 * r)}Z`;
    case 'triangle-down':
      return `M0,${n(1.15 * r)}L${n(1.1 * r)},${n(-0.85 * r)}L${n(-1.1 * r)},${n(-0.85 * r)}Z`;
    case 'star': {
      const corners = Array.from({ length: 10 }, (_, i) => {
        const reach = i % 2 === 0 ? r * 1.4 : r * 0.6;
        const angle = (i * Math.PI) / 5;
        return `${n(reach * Math.sin(angle))},${n(-reach * Math.cos(angle))}`;
      });
      return `M${corners.join('L')}Z`;
    }
    case 'hourglass':
      return `M${n(-r)},${n(-r)}L${n(r)},${n(-r)}L${n(-r)},${n(r)}L${n(r)},${n(r)}Z`;
    case 'bar':
      return `M${n(-0.4 * r)},${n(-1.2 * r)}h${n(0.8 * r)}v${n(2.4 * r)}h${n(-0.8 * r)}Z`;
    case 'plus':
    case 'cross': {
      // Twelve corners of a bar cross; a cross is a plus turned by 45°.
      const a = r * 1.2;
      const b = r * 0.42;
      const corners = [
        [-b, -a], [b, -a], [b, -b], [a, -b], [a, b], [b, b],
        [b, a], [-b, a], [-b, b], [-a, b], [-a, -b], [-b, -b],
      ]; // prettier-ignore
      const turn = marker === 'cross' ? Math.SQRT1_2 : 0;
      const points = corners.map(([x, y]) =>
        turn === 0 ? `${n(x)},${n(y)}` : `${n((x - y) * turn)},${n((x + y) * turn)}`,
      );
      return `M${points.join('L')}Z`;
    }
  }
}
