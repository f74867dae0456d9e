import { createContext } from 'svelte';

/**
 * Files that are dropped anywhere on the page: without this the browser would open them in its place,
 * and whatever runs there would be gone.
 */
export class Drops {
  /** Whether files are being held over the page. */
  over = $state(false);
  /** Whether files came to a page that reads none. */
  refused = $state(false);
  /** What reads files on the page that is open; null where nothing does. */
  #reader: ((files: File[]) => void) | null = $state.raw(null);

  readonly reads = $derived.by(() => this.#reader !== null);

  /** Hands dropped files to `reader` from now on. Returns what ends that. */
  readBy(reader: (files: File[]) => void): () => void {
    this.#reader = reader;
    this.refused = false;
    return () => {
      if (this.#reader === reader) this.#reader = null;
    };
  }

  /** For the window's `dragover`. */
  hold(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = this.reads ? 'copy' : 'none';
    this.over = true;
  }

  /**
   * For the window's `dragleave`, which also fires when files move on to another part of the page.
   */
  leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.over = false;
  }

  /** For the window's `drop`. */
  drop(event: DragEvent): void {
    this.over = false;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const files = [...event.dataTransfer!.files];
    if (this.#reader) this.#reader(files);
    else this.refused = true;
  }
}

/** Whether files are dragged; dragged text is left to the browser. */
const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;

/** `useDrops` in a component; `provideDrops` in the layout. */
export const [useDrops, provideDrops] = createContext<Drops>();
