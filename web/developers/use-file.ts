import { useEffect, useState } from 'react';

/** A file this server publishes. */
export type PublishedFile =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'read'; readonly text: string };

export function useFile(path: string): PublishedFile {
  const [file, setFile] = useState<PublishedFile>({ kind: 'waiting' });
  useEffect(() => {
    const left = new AbortController();
    readFile(path, left.signal).then(setFile, () => {
      if (!left.signal.aborted) setFile({ kind: 'lost' });
    });
    return () => {
      left.abort();
    };
  }, [path]);
  return file;
}

async function readFile(path: string, signal: AbortSignal): Promise<PublishedFile> {
  const response = await fetch(path, { signal });
  return response.ok ? { kind: 'read', text: await response.text() } : { kind: 'lost' };
}
