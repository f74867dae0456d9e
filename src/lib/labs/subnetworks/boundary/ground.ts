import type { Lines } from './contour.ts';
import type { PlaneGrid } from './plane-grid.ts';

/**
 * Enlarges a map painted at the grid's size and draws lines over it. Grid points are the centres of
 * pixels and the outermost lie on the border, so half a pixel is cut off all round.
 */
export function drawGround(
  context: CanvasRenderingContext2D,
  painted: CanvasImageSource,
  lines: Lines,
  { columns, rows }: PlaneGrid,
  { width, height, ratio }: { width: number; height: number; ratio: number },
  token: (name: string) => string,
): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(painted, 0.5, 0.5, columns - 1, rows - 1, 0, 0, width, height);
  const path = new Path2D();
  const [across, down] = [width / (columns - 1), height / (rows - 1)];
  for (let i = 0; i < lines.length; i += 4) {
    path.moveTo(lines[i] * across, lines[i + 1] * down);
    path.lineTo(lines[i + 2] * across, lines[i + 3] * down);
  }
  // Thinner lines on smaller maps.
  const scale = Math.min(1, Math.max(0.6, width / ratio / 300));
  context.lineCap = 'round';
  for (const [colour, thickness] of [
    ['--surface-raised', 5],
    ['--ink', 2.25],
  ] as const) {
    context.strokeStyle = token(colour);
    context.lineWidth = thickness * scale * ratio;
    context.stroke(path);
  }
}
