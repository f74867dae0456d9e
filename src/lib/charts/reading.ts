import type { Attachment } from 'svelte/attachments';

/**
 * Ends a reading: when a mouse or a pen leaves the element, and at a press anywhere else. A finger
 * "leaves" each time it is lifted; what it read stays until the next tap.
 */
export function untilLeft(end: () => void): Attachment<Element> {
  return (element) => {
    const leave = (event: Event) => {
      if ((event as PointerEvent).pointerType !== 'touch') end();
    };
    const press = ({ target }: PointerEvent) => {
      if (!element.contains(target as Node)) end();
    };
    element.addEventListener('pointerleave', leave);
    document.addEventListener('pointerdown', press, { capture: true });
    return () => {
      element.removeEventListener('pointerleave', leave);
      document.removeEventListener('pointerdown', press, { capture: true });
    };
  };
}
