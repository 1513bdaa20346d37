import type { LatLng, Map as LeafletMap } from 'leaflet';

type CrossHairListener = {
  /** Null when the map is left. */
  readonly pointAt: (centre: LatLng | null) => void;
  readonly choose: (centre: LatLng) => void;
};

/** For who has no mouse: the arrow keys move the map below a cross, and Enter chooses what lies under it. */
export function addCrossHair(map: LeafletMap, { pointAt, choose }: CrossHairListener): void {
  const container = map.getContainer();
  const cross = document.createElement('div');
  cross.className = 'cross-hair';
  container.append(cross);
  // A map pressed with a mouse has the focus too, and needs no cross.
  const isUsed = (): boolean => container.matches(':focus-visible:not(.by-pointer)');
  container.addEventListener('pointerdown', () => {
    container.classList.add('by-pointer');
  });
  const tell = (): void => {
    if (isUsed()) pointAt(map.getCenter());
  };
  container.addEventListener('focus', tell);
  container.addEventListener('blur', () => {
    container.classList.remove('by-pointer');
    pointAt(null);
  });
  container.addEventListener('keydown', (event) => {
    container.classList.remove('by-pointer');
    if (event.target !== container || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    choose(map.getCenter());
  });
  map.on('moveend', tell);
}
