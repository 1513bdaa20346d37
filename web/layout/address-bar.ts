import { useSyncExternalStore } from 'react';

/** Where the browser is: the path names the page, the query the choices made on it. */
export type Address = { readonly path: string; readonly query: string };

const CHANGED = 'addresschanged';

export function useAddress(): Address {
  const path = useSyncExternalStore(watch, () => window.location.pathname);
  const query = useSyncExternalStore(watch, () => window.location.search);
  return { path: path.length > 1 ? path.replace(/\/+$/, '') : path, query };
}

export function goTo(address: string): void {
  window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(CHANGED));
}

/** A postcode in a shared link says where a person lives: it is taken out of the address and never read. */
export function forgetPostcodeInAddress(): void {
  const { pathname, search, hash } = window.location;
  const query = new URLSearchParams(search);
  const named = [...query.keys()].filter((name) => name.trim().toLowerCase() === 'postcode');
  if (named.length === 0 && hash === '' && !(pathname === '/' && search !== '')) return;
  for (const name of named) query.delete(name);
  const kept = pathname === '/' || query.size === 0 ? '' : `?${query}`;
  window.history.replaceState(null, '', `${pathname}${kept}`);
}

function watch(notify: () => void): () => void {
  window.addEventListener('popstate', notify);
  window.addEventListener(CHANGED, notify);
  return () => {
    window.removeEventListener('popstate', notify);
    window.removeEventListener(CHANGED, notify);
  };
}
