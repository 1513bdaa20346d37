import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * Who asks, as far as the network tells: an IPv4 address, or the 64 bits of an IPv6 one that a household or an
 * office has to itself. Kept in memory while work of theirs is under way, and never written anywhere.
 */
export type ClientOf = (request: IncomingMessage) => string;

/** What a proxy passes on is believed only of proxies named here: anybody can send the header. */
export function clientReader(proxies: BlockList | null): ClientOf {
  if (!proxies) return ({ socket }) => networkOf(socket.remoteAddress ?? '');
  const isProxy = (address: string): boolean =>
    proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    let client = withoutPrefix(socket.remoteAddress ?? '');
    const passedOn = String(headers['x-forwarded-for'] ?? '').split(',');
    // Each proxy adds whom it saw at the end: the last one that is no proxy of ours is the client.
    while (isIP(client) > 0 && isProxy(client)) {
      const before = withoutPrefix(passedOn.pop()?.trim() ?? '');
      if (isIP(before) === 0) break;
      client = before;
    }
    return networkOf(client);
  };
}

/** Undefined for what is no list of addresses and networks such as `10.1.2.3, 10.2.0.0/16`. */
export function parseProxies(text: string): BlockList | undefined {
  const list = new BlockList();
  for (const each of text.split(',').map((entry) => entry.trim())) {
    const [address = '', bits, ...more] = each.split('/');
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
    if (version === 0 || !(prefix <= most) || more.length > 0) return undefined;
    list.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** An IPv4 address as a socket that takes both versions gives it. */
function withoutPrefix(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

function networkOf(given: string): string {
  const address = withoutPrefix(given);
  if (!address.includes(':')) return address;
  const [start = '', end] = address.split('%', 1)[0]?.split('::') ?? [];
  const [before, after] = [groupsOf(start), groupsOf(end ?? '')];
  const left = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(left).fill('0'), ...after].slice(0, 4).join(':');
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
}
