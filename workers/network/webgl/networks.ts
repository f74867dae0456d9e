import type { EnsembleSpec } from '../ensemble.ts';
import { layoutOf, type Layout } from '../layout.ts';
import type { Device } from './device.ts';
import { weightTile, type Arrangement, type Program } from './programs/index.ts';
import { columnsOfTiles, tile, type Tile } from './tiles.ts';

/** The networks of an ensemble on a GPU: their shape, where their matrices stand, and their programs. */
export interface Networks {
  spec: EnsembleSpec;
  layout: Layout;
  device: Device;
  arrangement: Arrangement;
  /** The examples of a batch, with their labels in the column `labelColumn` (in texels). */
  rowsTile: Tile;
  labelColumn: number;
  /** The weights of each layer, `[layers]`. */
  weightTiles: readonly Tile[];
  /** The program of a name: made when it is first asked for, and kept. */
  program(name: string, make: () => Program): Program;
}

/** @throws Error where the networks are too large for the device's textures. */
export function networksOn(spec: EnsembleSpec, device: Device): Networks {
  const { members, sizes } = spec;
  const layout = layoutOf(sizes, members);
  const labelColumn = Math.ceil(sizes[0] / 2);
  const rowsTile = tile(spec.batch, 2 * labelColumn + 2);
  const weightTiles = layout.layers.map((l) => weightTile(l.inputs, l.outputs));
  const hiddenTiles = sizes.slice(1).map((units) => tile(spec.batch, units));
  const tiles = [rowsTile, ...weightTiles, ...hiddenTiles];
  const across = columnsOfTiles(tiles, members, device.largest);
  const cache = new Map<string, Program>();
  return {
    spec,
    layout,
    device,
    arrangement: { members, across },
    rowsTile,
    labelColumn,
    weightTiles,
    program(name, make) {
      let program = cache.get(name);
      if (!program) {
        program = make();
        cache.set(name, program);
      }
      return program;
    },
  };
}
