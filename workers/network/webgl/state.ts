import type { TensorInfo } from '@tensorflow/tfjs-core';
import { momentsOf, type Ensemble } from '../ensemble.ts';
import type { Networks } from './networks.ts';
import { packLayer, unpackLayer } from './pack.ts';
import { tensorShape } from './tiles.ts';

/** Weights `[layer]` and moments `[moment][layer]`, as matrices on the GPU. */
interface Matrices {
  weights: TensorInfo[];
  moments: TensorInfo[][];
}

/**
 * The state of an ensemble. Its matrices are never overwritten, only replaced, so that keeping the state
 * of a moment costs nothing.
 */
export interface State extends Pick<Ensemble, 'mark' | 'rollback' | 'read' | 'write' | 'dispose'> {
  /** The weights as they are now. */
  readonly weights: readonly TensorInfo[];
  readonly moments: readonly (readonly TensorInfo[])[];
  /** Puts a matrix in place of the weights of layer `l`, or of one of its moments. */
  replaceWeights(l: number, matrix: TensorInfo): void;
  replaceMoment(moment: number, l: number, matrix: TensorInfo): void;
}

export function stateOf(networks: Networks): State {
  const { spec, layout, device, weightTiles, arrangement } = networks;
  const { members, across } = arrangement;
  let current: Matrices = { weights: [], moments: [] };
  let marked: Matrices | null = null;

  /** Puts a new matrix in place of an old one, which stays alive while it is marked. */
  function replace(where: TensorInfo[], index: number, matrix: TensorInfo): void {
    const old = where[index];
    where[index] = matrix;
    const kept =
      marked !== null &&
      (marked.weights.includes(old) || marked.moments.some((moment) => moment.includes(old)));
    if (!kept) device.free(old);
  }

  /** Frees the matrices of `old`, except those that `except` holds as well. */
  function free(old: Matrices | null, except: Matrices | null): void {
    if (!old) return;
    const kept = new Set(except ? [...except.weights, ...except.moments.flat()] : []);
    for (const matrix of [...old.weights, ...old.moments.flat()]) {
      if (!kept.has(matrix)) device.free(matrix);
    }
  }

  const copyOf = ({ weights, moments }: Matrices): Matrices => ({
    weights: [...weights],
    moments: moments.map((moment) => [...moment]),
  });

  /** Numbers in the order of the layout as matrices, one a layer. */
  function upload(numbers: Float32Array): TensorInfo[] {
    return weightTiles.map((one, l) => {
      const [rows, columns] = tensorShape(one, members, across);
      return device.upload(rows, columns, packLayer(numbers, layout, l, one, across));
    });
  }

  async function download(matrices: readonly TensorInfo[]): Promise<Float32Array<ArrayBuffer>> {
    const numbers = new Float32Array(layout.total);
    for (let l = 0; l < weightTiles.length; l++) {
      const values = await device.read(matrices[l]);
      unpackLayer(values, numbers, layout, l, weightTiles[l], across);
    }
    return numbers;
  }

  return {
    get weights() {
      return current.weights;
    },
    get moments() {
      return current.moments;
    },
    replaceWeights: (l, matrix) => replace(current.weights, l, matrix),
    replaceMoment: (moment, l, matrix) => replace(current.moments[moment], l, matrix),
    mark() {
      const kept = copyOf(current);
      free(marked, kept);
      marked = kept;
    },
    rollback() {
      if (!marked) return;
      free(current, marked);
      current = copyOf(marked);
    },
    async read() {
      // Taken now: training may replace the matrices while they are read.
      const { weights, moments } = copyOf(current);
      return {
        parameters: await download(weights),
        moments: await Promise.all(moments.map(download)),
      };
    },
    write(given) {
      free(current, marked);
      const zeros = new Float32Array(layout.total);
      current = {
        weights: upload(given.parameters),
        moments: Array.from({ length: momentsOf(spec.optimizer) }, (_, i) =>
          upload(given.moments?.[i] ?? zeros),
        ),
      };
    },
    dispose() {
      free(current, marked);
      free(marked, null);
      current = { weights: [], moments: [] };
      marked = null;
    },
  };
}
