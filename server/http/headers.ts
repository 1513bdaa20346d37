/** What a browser is told of every answer: nothing from elsewhere, no address passed on, never framed. */
export const SECURITY_HEADERS: ReadonlyMap<string, string> = new Map([
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'geolocation=(), camera=(), microphone=()'],
]);

/** What a page may load, and from where. */
export function contentSecurityPolicy(tileUrl: string | null): string {
  const tiles = tileUrl === null ? '' : ` ${new URL(tileUrl.replaceAll(/[{}]/g, '')).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${tiles}`,
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
