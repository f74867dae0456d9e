import type { PlaneShape } from '#lib/experiment/experiment.ts';
import type { Generator } from '#lib/random/generator.ts';

/** A shape of the plane: points of each class, about 2 wide and centred on the origin. */
export interface Shape {
  classes: number;
  /** Mean of the variances of x and y without noise, over all classes, in squared units. */
  variance: number;
  /** A point of the class, without noise. */
  point(label: number, random: Generator): [x: number, y: number];
}

/** Turns that an arm of the spirals makes. */
const TURNS = 1.25;

/** Spread of a blob, in units; noise comes on top. */
const BLOB = 0.25;

export const shapes: Record<PlaneShape, Shape> = {
  /**
   * Two half circles of radius 1, one hooked into the other: (cos t, sin t) and (1 − cos t, ½ − sin t),
   * t uniform in [0, π], moved by (−½, −¼). x: ½ + ¼ = ¾. y: (½ − 4/π²) + (2/π − ¼)² = ½ − 1/π + 1/16.
   */
  moons: {
    classes: 2,
    variance: (0.75 + 0.5 - 1 / Math.PI + 1 / 16) / 2,
    point(label, random) {
      const t = Math.PI * random.uniform();
      return label === 0
        ? [Math.cos(t) - 0.5, Math.sin(t) - 0.25]
        : [0.5 - Math.cos(t), 0.25 - Math.sin(t)];
    },
  },
  /** Circles of radius 1 and ½: each axis has r²/2, on average (1 + ¼)/4. */
  circles: {
    classes: 2,
    variance: 1.25 / 4,
    point(label, random) {
      const radius = label === 0 ? 1 : 0.5;
      const angle = 2 * Math.PI * random.uniform();
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    },
  },
  /** Two arms, each the other turned by π, even along their length: E[r²] = ½, half of it on each axis. */
  spirals: {
    classes: 2,
    variance: 0.25,
    point(label, random) {
      const radius = Math.sqrt(random.uniform());
      const angle = 2 * Math.PI * TURNS * radius + Math.PI * label;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    },
  },
  /** A square of four, classed by exclusive or of the signs. Uniform on [−1, 1]: 1/3. */
  xor: {
    classes: 2,
    variance: 1 / 3,
    point(label, random) {
      const x = 2 * random.uniform() - 1;
      const height = random.uniform();
      const sameSign = label === 0;
      return [x, x > 0 === sameSign ? height : -height];
    },
  },
  /** Three round heaps around a circle of radius 1: each axis has ½ + BLOB². */
  blobs: {
    classes: 3,
    variance: 0.5 + BLOB * BLOB,
    point(label, random) {
      const angle = 2 * Math.PI * (label / 3 + 0.25);
      return [Math.cos(angle) + BLOB * random.normal(), Math.sin(angle) + BLOB * random.normal()];
    },
  },
};
