/** A blob with a name: a `File`, or what stands for one in Node. */
export type NamedBlob = Blob & { readonly name: string };
