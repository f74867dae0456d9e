import type uPlot from 'uplot';
import { formatLogTick, formatTicks, type Format } from './format.ts';
import { drawBand, drawZones } from './ground.ts';
import { drawMarkers, endPoints, markedPoints } from './markers.ts';
import type { Prepared, ScaleKind } from './prepare.ts';
import { lineStyles, type StyleName } from './styles.ts';
import { rgbOf, withOpacity } from './colour.ts';
import { readTokens } from './theme.ts';
import { linearTicks, logTicks } from './ticks.ts';
import type { Zone } from './types.ts';

/** The properties of a plot that cannot be updated: if one changes, a new plot has to be built. */
export interface PlotShape {
  lines: readonly { style: StyleName; quiet: boolean; ends: boolean }[];
  xScale: ScaleKind;
  yScale: ScaleKind;
  xFormat: Format;
  yFormat: Format;
  compact: boolean;
  /** Whether zones may come: their labels need room above the plot. */
  zoned: boolean;
}

export interface PlotState {
  prepared: Prepared;
  /** `[lines]` */
  shown: readonly boolean[];
  zones: readonly Zone[];
}

/** The area between the axes, in CSS pixels from the corner of the host. */
export interface PlotBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Plot {
  update(state: PlotState): void;
  resize(width: number, height: number): void;
  /** Reads the colours again. */
  recolour(): void;
  box(): PlotBox;
  xToLeft(x: number): number;
  leftToX(left: number): number;
  yToTop(y: number): number;
  destroy(): void;
}

/** About how many ticks y has room for. */
export function yTickCount(height: number, compact: boolean): number {
  return Math.max(2, Math.floor(height / (compact ? 50 : 80)));
}

/**
 * About how many ticks x has room for; a log axis may have more, since its ticks crowd together.
 */
function xTickCount(width: number, fontSize: number, scale: ScaleKind): number {
  return Math.min(scale === 'log' ? 12 : 7, (width - 40) / (fontSize * 6));
}

/** A uPlot that draws axes, lines, bands, zones and markers, and nothing else. */
export function createPlot(
  UPlot: typeof uPlot,
  host: HTMLElement,
  shape: PlotShape,
  size: { width: number; height: number },
  initial: PlotState,
): Plot {
  let state = initial;
  let token = readTokens(host);
  const fontSize = parseFloat(getComputedStyle(host).fontSize);
  const fontFamily = getComputedStyle(host).fontFamily;

  const series: uPlot.Series[] = shape.lines.map((line) => ({
    scale: 'y',
    stroke: () => token(lineStyles[line.style].token),
    width: line.quiet ? 1.5 : shape.compact ? 2 : 2.75,
    dash: line.quiet ? [1.5, 3] : [...lineStyles[line.style].dash],
    points: { show: false },
  }));

  function drawSeriesMarkers(u: uPlot, column: number) {
    const line = shape.lines[column - 1];
    if (!line || !state.shown[column - 1] || line.quiet) return;
    drawMarkers(u, column, {
      marker: lineStyles[line.style].marker,
      which: (lefts) => (line.ends ? endPoints(lefts) : markedPoints(lefts, column - 1)),
      colour: token(lineStyles[line.style].token),
      ground: token('--chart-ground'),
      radius: shape.compact ? 3.5 : 5,
    });
  }

  function drawGround(u: uPlot) {
    drawZones(u, state.zones, {
      fill: token('--chart-zone'),
      ink: token('--ink-muted'),
      fontSize,
      fontFamily,
    });
  }

  function drawBands(u: uPlot) {
    const opacity = Number(token('--chart-band-opacity'));
    shape.lines.forEach(({ style }, i) => {
      const band = state.shown[i] ? state.prepared.bands[i] : null;
      if (band) drawBand(u, band, withOpacity(rgbOf(token(lineStyles[style].token)), opacity));
    });
  }

  const axis = {
    stroke: () => token('--chart-axis'),
    font: `${fontSize}px ${fontFamily}`,
    grid: { stroke: () => token('--chart-grid'), width: 1 },
    ticks: { show: false },
    border: { show: false },
    filter: (_: uPlot, splits: number[]) => splits,
  } satisfies uPlot.Axis;

  const options: uPlot.Options = {
    ...size,
    series: [{}, ...series],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    // Room for half a label at the top and at the right, and for the words over zones.
    padding: [fontSize * (shape.zoned ? 1.8 : 0.6), fontSize * 1.8, 0, 0],
    scales: {
      x: {
        time: false,
        distr: shape.xScale === 'log' ? 3 : 1,
        range: () => [...state.prepared.xRange],
      },
      y: { distr: shape.yScale === 'log' ? 3 : 1, range: () => [...state.prepared.yRange] },
    },
    axes: [
      {
        ...axis,
        grid: { show: shape.xScale === 'log', ...axis.grid },
        size: fontSize * 1.6,
        gap: 6,
        splits: (u, _, low, high) =>
          ticksOf(shape.xScale, low, high, xTickCount(u.width, fontSize, shape.xScale)),
        values: (_, ticks) => labels(shape.xScale, ticks, shape.xFormat),
      },
      {
        ...axis,
        gap: 8,
        splits: (u, _, low, high) =>
          ticksOf(shape.yScale, low, high, yTickCount(u.height, shape.compact)),
        values: (_, ticks) => labels(shape.yScale, ticks, shape.yFormat),
        // At least four characters wide, so that the plot seldom moves sideways.
        size: (_, values) =>
          Math.ceil(Math.max(4, ...(values ?? []).map((v) => v.length)) * fontSize * 0.64 + 12),
      },
    ],
    hooks: {
      drawClear: [drawGround],
      drawAxes: [drawBands],
      drawSeries: [drawSeriesMarkers],
    },
  };

  const data = () => [state.prepared.x, ...state.prepared.columns] as uPlot.AlignedData;
  const plot = new UPlot(options, data(), host);

  function applyShown() {
    state.shown.forEach((show, i) => {
      if (plot.series[i + 1].show !== show) plot.setSeries(i + 1, { show });
    });
  }
  applyShown();

  const ratio = () => devicePixelRatio;
  return {
    update(next) {
      state = next;
      plot.batch(() => {
        plot.setData(data());
        applyShown();
      });
    },
    resize(width, height) {
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height });
    },
    recolour() {
      token = readTokens(host);
      plot.redraw(false);
    },
    box: () => ({
      left: plot.bbox.left / ratio(),
      top: plot.bbox.top / ratio(),
      width: plot.bbox.width / ratio(),
      height: plot.bbox.height / ratio(),
    }),
    xToLeft: (x) => plot.valToPos(x, 'x'),
    leftToX: (left) => plot.posToVal(left, 'x'),
    yToTop: (y) => plot.valToPos(y, 'y'),
    destroy: () => plot.destroy(),
  };
}

function ticksOf(scale: ScaleKind, low: number, high: number, room: number): number[] {
  return scale === 'log' ? logTicks(low, high, room) : linearTicks(low, high, room);
}

function labels(scale: ScaleKind, ticks: number[], format: Format): string[] {
  return scale === 'log'
    ? ticks.map((tick) => formatLogTick(tick, format))
    : formatTicks(ticks, format);
}
