import { type ReactNode, useSyncExternalStore } from 'react';

export function OfflineNotice(): ReactNode {
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="offline-notice">
          You are offline. What is on the page stays, but may be out of date; new questions wait
          until you are back.
        </p>
      )}
    </div>
  );
}

function watch(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}
