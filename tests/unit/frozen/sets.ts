import type { DataSpec } from '#lib/experiment/experiment.ts';
import { preset, presetNames } from '#lib/experiment/presets.ts';
import { csvSpec, file, idxPair, idxSpec, zipped } from '../data/files.ts';

/** Data sets that are read from files, by a name: the files, and what is made of them. */
export function readSets(): Record<string, { spec: DataSpec; seed: number; files: File[] }> {
  const { images, labels } = idxPair(90, 5);
  const rows = Array.from(
    { length: 90 },
    (_, i) => `${i},${(i * i) % 17},-${i / 4}e1,${['red', 'green', 'blue'][i % 3]}`,
  );
  const table = ['a,b,c,colour', ...rows].join('\n');
  const first = rows.map((line) => line.split(',').reverse().join(',')).join('\r\n');
  const noisy = { train: 50, test: 30, labelNoise: 0.3 };
  return {
    idx: { spec: idxSpec(), seed: 1, files: [file('i', images), file('l', labels)] },
    'idx, the labels first, zipped, with wrong labels': {
      spec: idxSpec(noisy),
      seed: 7,
      files: [zipped('l', labels), zipped('i', images)],
    },
    csv: { spec: csvSpec(), seed: 1, files: [file('t.csv', table)] },
    'csv, another seed, with wrong labels': {
      spec: csvSpec(noisy),
      seed: 7,
      files: [file('t.csv', table)],
    },
    'csv, the label first, no header, Windows line ends': {
      spec: csvSpec({ labelColumn: '1' }),
      seed: 1,
      files: [file('t.csv', first)],
    },
    'csv with semicolons, zipped': {
      spec: csvSpec({ labelColumn: 'colour' }),
      seed: 3,
      files: [zipped('t.csv', table.replaceAll(',', ';'))],
    },
  };
}

/** Data sets that are drawn, by a name. */
export function drawnSets(): Record<string, { spec: DataSpec; seed: number }> {
  const plane = (shape: 'moons' | 'circles' | 'spirals' | 'xor' | 'blobs') => ({
    spec: { kind: 'plane', shape, noise: 0.2, train: 40, test: 20, labelNoise: 0.1 } as const,
    seed: 5,
  });
  return {
    ...Object.fromEntries(
      presetNames
        .filter((name) => name !== 'your-own-data')
        .map((name) => [name, { spec: preset(name).data, seed: preset(name).seeds.data }]),
    ),
    moons: plane('moons'),
    circles: plane('circles'),
    spirals: plane('spirals'),
    xor: plane('xor'),
    blobs: plane('blobs'),
  };
}
