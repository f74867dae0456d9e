/**
 * How people write the ten digits: strokes as knots for a smooth curve, in a box of height 1, x to the
 * right and y down, about centred on (.5, .5). A third element makes the knot a corner.
 */
export type Knot = readonly [x: number, y: number, corner?: 'corner'];

/** One way of writing a digit, and how common it is among the ways of that digit. */
export interface Way {
  share: number;
  strokes: readonly (readonly Knot[])[];
}

/** A way from its strokes as text: `x,y` of each knot in hundredths, `!` after a corner. */
function way(share: number, ...strokes: string[]): Way {
  return { share, strokes: strokes.map((stroke) => stroke.split(' ').map(knot)) };
}

function knot(text: string): Knot {
  const [x, y] = text.replace('!', '').split(',').map(Number);
  return text.endsWith('!') ? [x / 100, y / 100, 'corner'] : [x / 100, y / 100];
}

/**
 * `ways[d]` are the ways of digit d; their shares sum to 1. Drawn by hand for this project, and part of
 * the frozen outputs.
 */
export const ways: readonly (readonly Way[])[] = [
  [
    // An oval that closes.
    way(0.45, '54,1 27,12 15,48 25,86 50,100 75,86 86,50 75,14 48,1'),
    // A narrow one that leans.
    way(0.3, '62,1 38,14 23,50 24,86 42,100 64,86 78,48 76,14 56,0'),
    // One that starts inside and overshoots its start.
    way(0.25, '66,12 44,2 20,24 16,66 36,97 64,95 84,68 82,28 62,4 42,10'),
  ],
  [
    // A stick, upright or leaning.
    way(0.35, '52,0 51,50 49,100'),
    way(0.25, '64,0 53,48 38,100'),
    // With a flag.
    way(0.25, '30,25 46,12 57,0! 56,50 55,100'),
    // With a flag and a foot.
    way(0.15, '30,22 54,0! 53,98', '26,99 52,97 82,98'),
  ],
  [
    // A sharp foot.
    way(0.4, '18,24 29,6 53,0 76,12 76,35 52,66 15,98! 50,97 87,97'),
    // A loop at the foot.
    way(0.4, '20,20 36,3 61,3 76,21 67,49 44,77 22,95 11,87 22,76 44,84 66,97 90,90'),
    // A foot that swings.
    way(0.2, '24,20 44,2 70,10 74,32 54,62 18,95! 38,88 62,98 88,88'),
  ],
  [
    // Two bows with a corner between.
    way(0.45, '20,13 45,0 72,11 71,33 42,47! 74,57 82,79 60,98 32,98 14,84'),
    // A small loop between.
    way(0.3, '20,10 48,0 74,12 70,34 50,47 40,44 47,40 70,50 82,73 66,95 36,100 13,88'),
    // A flat top.
    way(0.25, '18,4 46,3 78,1! 62,20 44,40! 70,48 82,72 64,96 34,99 14,86'),
  ],
  [
    // Open, two strokes.
    way(0.4, '26,4 20,34 15,57! 48,58 90,54', '72,2 68,50 64,100'),
    // Open and round, in the manner of a y.
    way(0.25, '22,6 16,36 27,55 52,56 76,44', '80,0 77,46 70,100'),
    // Closed.
    way(0.35, '65,1 40,34 12,67! 50,67 92,64', '64,0 65,48 62,100'),
  ],
  [
    // A belly, then a hat.
    way(0.45, '28,4 25,24 21,45! 50,37 77,51 81,76 60,97 33,99 13,86', '28,4 52,4 84,1'),
    // In one go, from the hat.
    way(0.3, '82,2 56,4 30,4! 24,43! 52,39 76,55 76,80 54,98 28,97 14,87'),
    // In the manner of an S.
    way(0.25, '82,3 52,2 30,12 26,34 50,46 74,60 76,82 54,98 28,98 12,90'),
  ],
  [
    // A round back.
    way(0.5, '70,2 44,14 23,45 18,77 37,98 66,94 80,74 66,55 42,57 22,75'),
    // A straight back and a small loop.
    way(0.3, '64,0 40,32 23,66 27,92 50,100 71,88 70,68 50,60 26,74'),
    // A top that curls.
    way(0.2, '80,13 64,1 38,13 20,46 20,80 42,99 70,92 80,70 60,54 36,62 24,80'),
  ],
  [
    // A corner and a straight leg.
    way(0.4, '14,5 48,4 84,3! 62,46 44,100'),
    // With a bar.
    way(0.25, '14,6 48,3 84,3! 60,48 42,100', '32,51 56,49 80,47'),
    // With a serif and a bent leg.
    way(0.2, '15,20 17,5! 48,6 85,2! 62,32 50,64 46,100'),
    // In one swing.
    way(0.15, '14,14 30,5 56,6 80,6 78,22 60,52 40,100'),
  ],
  [
    // In one go, from the right.
    way(0.45, '75,15 54,0 29,11 31,34 58,52 79,74 65,97 36,99 19,79 36,57 63,39 77,17'),
    // The same, but it does not close.
    way(0.25, '80,9 56,1 30,15 36,38 62,56 74,79 56,98 32,95 24,75 44,54 68,36 80,20'),
    // Two rings.
    way(
      0.3,
      '52,1 30,10 28,34 50,46 72,34 72,11 48,1',
      '50,46 24,58 20,85 50,100 80,86 77,59 50,46',
    ),
  ],
  [
    // A leg that curves.
    way(0.4, '76,16 54,1 28,12 23,38 46,52 70,37 77,14! 78,50 68,84 44,100 22,93'),
    // A straight leg.
    way(0.4, '76,14 54,2 28,15 24,40 46,50 70,34 77,8! 74,50 69,100'),
    // A small head on a leg that leans.
    way(0.2, '74,18 58,4 34,8 24,28 38,44 62,38 78,14! 64,56 42,100'),
  ],
];
