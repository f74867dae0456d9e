/**
 * Lets the keyboard scroll a box that is too narrow for its content; a box that is wide enough is
 * no tab stop. `name` is the accessible name of the box while it can be scrolled.
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
