/** How one of the marks of a chart looks, and what it means. */
export interface ChartKey {
  look: 'line' | 'dashes' | 'dots' | 'area' | 'zone';
  /** The custom property of its colour, in `site/tokens.css`. */
  token: `--${string}`;
  /** Opacity of an area's colour in percent. */
  share?: number;
  name: string;
}
