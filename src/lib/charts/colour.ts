/** Colours of the theme as numbers, for canvases. */

/** 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

let reader: CanvasRenderingContext2D | null | undefined;

/**
 * The red, green and blue of any opaque colour that CSS can write. The browser reads it: a minifier
 * writes `#fff` or `red` where the source says `#ffffff` or `#ff0000`. Throws where it is no colour.
 */
export function rgbOf(css: string): Colour {
  reader ??= document.createElement('canvas').getContext('2d');
  if (!reader || !CSS.supports('color', css)) throw new Error(`"${css}" is no colour`);
  reader.fillStyle = css;
  return fromHex(String(reader.fillStyle));
}

/** Reads `#rrggbb`, as canvases write every opaque colour. */
function fromHex(colour: string): Colour {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) throw new Error(`Expected an opaque colour, found "${colour}"`);
  const value = parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A colour made see-through: `opacity` in [0, 1]. */
export function withOpacity([red, green, blue]: Colour, opacity: number): string {
  return `rgba(${red}, ${green}, ${blue}, ${Math.min(1, Math.max(0, opacity))})`;
}
