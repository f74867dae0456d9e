/**
 * A box that is too narrow for what it holds can be scrolled with the keyboard as well; one that is not
 * is no stop on the way. `name` is what it is called then.
 */
export function scrollable(name: string): (box: HTMLElement) => () => void {
  return (box) => {
    const look = () => {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute('role', 'group');
        box.setAttribute('aria-label', name);
      } else {
        for (const attribute of ['tabindex', 'role', 'aria-label']) box.removeAttribute(attribute);
      }
    };
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  };
}
