import * as v from 'valibot';
import { isText } from './is-text.ts';
import { formatNumber, parseNumber } from './number-text.ts';

/** A file of the visitor's own, by what it holds rather than where it lies. */
export const FileReference = v.object({
  name: v.pipe(v.string(), v.maxLength(255)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type FileReference = v.InferOutput<typeof FileReference>;

/**
 * A file of the visitor's own in the link: `name:size:sha256`. In the name, `%`, `:` and `,` are
 * percent-encoded, since the last two part files and their parts; the link then encodes the whole once
 * more, as it does every parameter.
 */
export function formatFile({ name, size, sha256 }: FileReference): string {
  const encoded = name.replace(/[%:,]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${encoded}:${formatNumber(size)}:${sha256}`;
}

/** The file that `text` names, or undefined. */
export function parseFile(text: string): FileReference | undefined {
  const parts = text.split(':', 4);
  if (parts.length !== 3) return undefined;
  const name = parts[0].replace(/%(25|3A|2C)/gi, (_, hex) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  const size = parseNumber(parts[1]);
  const sha256 = parts[2].trim().toLowerCase();
  if (!isText(name, 255) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  if (size === undefined || size < 0 || !Number.isInteger(size)) return undefined;
  return { name, size, sha256 };
}
