/** Retires a desk that may still be opening. One that fails to open needs no retiring. */
export function retire(desk: Promise<{ retire(): void }> | null): void {
  desk?.then(
    (open) => open.retire(),
    () => undefined,
  );
}
