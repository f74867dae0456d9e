import type { Staff } from './staff.ts';

export function lazyStaff(): Staff {
  const never = () => new Promise<never>(() => undefined);
  return {
    run: () => {
      throw new Error('no');
    },
    build: never,
    identify: never,
  };
}
