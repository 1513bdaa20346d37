import type { LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

import { Trouble } from './trouble.ts';

/**
 * What begins with `of` is asked for at `at` instead. The user named `at`, so it may be any host: of their own network, without https.
 */
export type Mirror = { readonly of: string; readonly at: string };

/** Where to ask. Throws for an address we do not go to, before any connection is made. */
export function placeToAsk(address: string, mirrors: readonly Mirror[]): URL {
  const url = mirrored(address, mirrors);
  const refusal = refusalOf(url, mirrors);
  if (refusal === undefined) return url;
  throw new Trouble({
    host: url.host,
    found: `an address with ${refusal}, which is not asked`,
    advice: 'give an https address of a public host, or name the host in "mirrors"',
  });
}

function mirrored(address: string, mirrors: readonly Mirror[]): URL {
  const mirror = mirrors.find(({ of }) => address.startsWith(of));
  return new URL(mirror ? mirror.at + address.slice(mirror.of.length) : address);
}

/** Why an address would not be asked. */
export function refusalOf(url: URL, mirrors: readonly Mirror[]): string | undefined {
  if (url.username !== '' || url.password !== '') return 'a user name or password in it';
  if (isMirror(url, mirrors)) return undefined;
  if (url.protocol !== 'https:') return `"${url.protocol}" in place of "https:"`;
  if (url.port !== '') return `the port ${url.port}`;
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return 'a number in place of a host name';
  if (!PUBLIC_NAME.test(url.hostname)) return `the host name ${url.hostname}`;
  return undefined;
}

export function isMirror({ origin }: URL, mirrors: readonly Mirror[]): boolean {
  return origin !== 'null' && mirrors.some(({ at }) => new URL(at).origin === origin);
}

/** Two labels at least, the last no name of private use. */
const PUBLIC_NAME =
  /^(?:[a-z\d_-]+\.)+(?!local|localhost|internal|home|lan|test|invalid)[a-z\d-]{2,}$/;

/** A public name may lead to a private address, now or when it is asked again: so each is looked at as it is connected to. */
export function onlyPublic(lookup: LookupFunction): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, options, (error, found, family) => {
      const inner = error === null && addressesOf(found).some(isPrivate);
      done(inner ? new PrivateAddress(hostname) : error, found, family);
    });
  };
}

function addressesOf(found: string | readonly LookupAddress[]): string[] {
  return typeof found === 'string' ? [found] : found.map(({ address }) => address);
}

export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

function isPrivate(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
