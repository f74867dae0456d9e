import type uPlot from 'uplot';
import { formatLogTick, formatTicks, type Format } from './format.ts';
import { drawMarkers, endPoints, markedPoints } from './markers.ts';
import type { Prepared, ScaleKind } from './prepare.ts';
import { lineStyles, type StyleName } from './styles.ts';
import { readTokens, withOpacity } from './theme.ts';
import { linearTicks, logTicks } from './ticks.ts';
import type { Zone } from './types.ts';

/** What makes it necessary to build a plot anew; everything else is an update. */
export interface PlotShape {
  lines: readonly { style: StyleName; quiet: boolean; ends: boolean; band: boolean }[];
  xScale: ScaleKind;
  yScale: ScaleKind;
  xFormat: Format;
  yFormat: Format;
  compact: boolean;
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
  return Math.max(2, Math.floor(height / (compact ? 44 : 62)));
}

/** uPlot, told to draw axes, lines, bands, zones and markers and nothing else. */
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
  const font = `${fontSize}px ${getComputedStyle(host).fontFamily}`;

  // Column of each line's values; those of its band follow.
  const firsts: number[] = [];
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  for (const line of shape.lines) {
    const style = lineStyles[line.style];
    const first = series.length;
    firsts.push(first);
    series.push({
      scale: 'y',
      stroke: () => token(style.token),
      width: line.quiet ? 1.5 : shape.compact ? 2 : 2.75,
      dash: line.quiet ? [1.5, 3] : [...style.dash],
      points: { show: false },
    });
    if (!line.band) continue;
    const edge: uPlot.Series = { scale: 'y', width: 0, points: { show: false } };
    series.push({ ...edge }, { ...edge });
    bands.push({
      series: [first + 2, first + 1],
      fill: () => withOpacity(token(style.token), Number(token('--chart-band-opacity'))),
    });
  }

  function drawZones(u: uPlot) {
    for (const { from, to, label } of state.zones) {
      const [low, high] = state.prepared.xRange;
      const left = u.valToPos(Math.max(from, low), 'x', true);
      const right = u.valToPos(Math.min(to, high), 'x', true);
      if (!(right > left)) continue;
      const { ctx, bbox } = u;
      ctx.save();
      ctx.fillStyle = token('--chart-zone');
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
      ctx.fillStyle = token('--ink-muted');
      ctx.font = `${fontSize * devicePixelRatio}px ${getComputedStyle(host).fontFamily}`;
      ctx.textAlign = 'right';
      ctx.textBaseline = 'top';
      const pad = 6 * devicePixelRatio;
      ctx.fillText(label, right - pad, bbox.top + pad);
      ctx.restore();
    }
  }

  function drawSeriesMarkers(u: uPlot, column: number) {
    const index = firsts.indexOf(column);
    const line = shape.lines[index];
    if (!line || !state.shown[index] || line.quiet) return;
    drawMarkers(u, column, {
      marker: lineStyles[line.style].marker,
      which: (lefts) => (line.ends ? endPoints(lefts) : markedPoints(lefts, index)),
      colour: token(lineStyles[line.style].token),
      ground: token('--surface'),
      radius: shape.compact ? 3.5 : 5,
    });
  }

  const axis = {
    stroke: () => token('--chart-axis'),
    font,
    grid: { stroke: () => token('--chart-grid'), width: 1 },
    ticks: { show: false },
    border: { show: false },
    filter: (_: uPlot, splits: number[]) => splits,
  } satisfies uPlot.Axis;

  const options: uPlot.Options = {
    ...size,
    series,
    bands,
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    padding: [fontSize * 0.6, fontSize, 0, 0],
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
        size: fontSize * 1.9,
        gap: 6,
        splits: (u, _, low, high) =>
          ticksOf(shape.xScale, low, high, (u.width - 40) / (fontSize * 6)),
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
          Math.ceil(Math.max(4, ...(values ?? []).map((v) => v.length)) * fontSize * 0.58 + 12),
      },
    ],
    hooks: { drawClear: [drawZones], drawSeries: [drawSeriesMarkers] },
  };

  const data = () => [state.prepared.x, ...state.prepared.columns] as uPlot.AlignedData;
  const plot = new UPlot(options, data(), host);

  function applyShown() {
    shape.lines.forEach((line, i) => {
      const columns = line.band ? [0, 1, 2] : [0];
      for (const offset of columns) {
        const column = firsts[i] + offset;
        if (plot.series[column].show !== state.shown[i]) {
          plot.setSeries(column, { show: state.shown[i] });
        }
      }
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
