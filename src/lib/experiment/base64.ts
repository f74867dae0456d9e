/** Numbers as text: base64 of little-endian float32, the form of "Download model". */
export function toBase64(numbers: Float32Array): string {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, i) => view.setFloat32(4 * i, number, true));
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** The numbers that `toBase64` wrote, bit for bit. Throws on text that is no base64. */
export function fromBase64(text: string): Float32Array<ArrayBuffer> {
  const binary = atob(text);
  const view = new DataView(Uint8Array.from(binary, (c) => c.charCodeAt(0)).buffer);
  return Float32Array.from({ length: view.byteLength >> 2 }, (_, i) =>
    view.getFloat32(4 * i, true),
  );
}
