import type { View } from './path.ts';

/** `sharpness`: pixels of the screen to one of the page. */
export type Draw = (context: CanvasRenderingContext2D, view: View, sharpness: number) => void;

/** Clears a canvas of the size of a view and draws on it. */
export function drawOn(canvas: HTMLCanvasElement, view: View, draw: Draw): void {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('Wanted a canvas to draw a map on, found none');
  const sharpness = Math.min(2, window.devicePixelRatio);
  const [wide, high] = [Math.round(view.width * sharpness), Math.round(view.height * sharpness)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${view.width}px`;
    canvas.style.height = `${view.height}px`;
  }
  context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  draw(context, view, sharpness);
  // Reading makes the browser draw now, where the time it takes is counted, and not later in the frame.
  context.getImageData(0, 0, 1, 1);
}
