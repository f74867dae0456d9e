/** Sends home a worker that may only be about to come; one that never comes is nobody to send home. */
export function retire(desk: Promise<{ retire(): void }> | null): void {
  desk?.then(
    (open) => open.retire(),
    () => undefined,
  );
}
