import type { Generator } from '#lib/random/generator.ts';
import { curve, type Polyline } from './curve.ts';
import { ways, type Knot } from './ways.ts';

/** What a hand has put on paper: lines in the unit box and, for each, its half width at each point. */
export interface Ink {
  line: Polyline;
  radius: number[];
}

/** Half the width of the pen, in heights of the digit. */
const PEN = 0.066;

/** Waves of the field that bends the digit. */
const WAVES = 3;

/**
 * Writes `digit` once, in a box of height 1 around (.5, .5). `distortion` scales everything that differs
 * from one writing to the next, except which way of writing the digit it is: 0 writes like a font, 1 like
 * different people in no hurry.
 *
 * The random numbers are taken in the same order at every distortion, so that a digit stays the same
 * digit while it is bent further.
 */
export function write(digit: number, distortion: number, random: Generator): Ink[] {
  const way = chooseWay(digit, random);
  const bend = field(0.028 * distortion, random);
  const place = affine(distortion, random);
  const pen = PEN * Math.exp(0.18 * distortion * bounded(random));
  const pressure = 0.15 * distortion;
  return way.strokes.map((stroke) => {
    const knots = stroke.map((knot, i): Knot => {
      // Pens start and stop less exactly than they turn.
      const end = i === 0 || i === stroke.length - 1;
      const slip = (end ? 0.022 : 0.012) * distortion;
      const x = knot[0] + slip * bounded(random);
      const y = knot[1] + slip * bounded(random);
      const [u, v] = bend(x, y);
      return [...place(x + u, y + v), knot[2]];
    });
    const line = curve(knots);
    return { line, radius: press(line.length / 2, pen, pressure, random) };
  });
}

function chooseWay(digit: number, random: Generator) {
  let left = random.uniform();
  for (const way of ways[digit]) {
    left -= way.share;
    if (left < 0) return way;
  }
  return ways[digit][0];
}

/** A normal number cut at two standard deviations: no digit is beyond reading. */
function bounded(random: Generator): number {
  return Math.max(-2, Math.min(2, random.normal()));
}

/** A smooth displacement: a few long waves across the box, each in a direction of its own. */
function field(amplitude: number, random: Generator) {
  const waves = Array.from({ length: WAVES }, () => ({
    fx: 4 * bounded(random),
    fy: 4 * bounded(random),
    phase: 2 * Math.PI * random.uniform(),
    u: amplitude * bounded(random),
    v: amplitude * bounded(random),
  }));
  return (x: number, y: number): [u: number, v: number] => {
    let u = 0;
    let v = 0;
    for (const wave of waves) {
      const height = Math.sin(wave.fx * (x - 0.5) + wave.fy * (y - 0.5) + wave.phase);
      u += wave.u * height;
      v += wave.v * height;
    }
    return [u, v];
  };
}

/** Slant, rotation, size, proportion and place, about the centre of the box. */
function affine(distortion: number, random: Generator) {
  const angle = 0.065 * distortion * bounded(random);
  // Most hands lean to the right.
  const slant = distortion * (0.05 + 0.1 * bounded(random));
  const size = Math.exp(0.045 * distortion * bounded(random));
  const proportion = Math.exp(0.065 * distortion * bounded(random));
  const right = 0.025 * distortion * bounded(random);
  const down = 0.025 * distortion * bounded(random);
  const cos = size * Math.cos(angle);
  const sin = size * Math.sin(angle);
  return (x: number, y: number): [x: number, y: number] => {
    const across = (x - 0.5) * proportion - (y - 0.5) * slant;
    const along = y - 0.5;
    return [0.5 + right + cos * across - sin * along, 0.5 + down + sin * across + cos * along];
  };
}

/** The half width along a line of `points`: pressure swells and fades slowly. */
function press(points: number, pen: number, pressure: number, random: Generator): number[] {
  const phase = 2 * Math.PI * random.uniform();
  const turns = 1 + random.uniform();
  return Array.from(
    { length: points },
    (_, i) => pen * (1 + pressure * Math.sin(phase + (2 * Math.PI * turns * i) / points)),
  );
}
