import type uPlot from 'uplot';

let loading: Promise<typeof uPlot> | undefined;

/**
 * uPlot, fetched once for all charts. Rejects where it cannot be fetched or does not start (it formats
 * numbers in the browser's language as soon as it is loaded, and an invalid one throws); the next call
 * tries again.
 */
export function loadUPlot(): Promise<typeof uPlot> {
  return (loading ??= import('uplot').then(
    (module) => module.default,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  ));
}
