import { connect, type Socket } from 'node:net';

/** What a server wrote on one connection until it closed, byte for byte. */
export async function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return restOf(socket);
}

export async function restOf(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => undefined); // a refused client is often cut off while it still writes
  await new Promise<void>((resolve) => {
    socket.once('close', () => {
      resolve();
    });
  });
  return text;
}

/** Statuses of the answers in what was written, in their order. */
export function statuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}

/** A question as a client writes it, with these lines in its head. */
export function written(body: string, ...lines: readonly string[]): string {
  const head = [
    'POST /graphql HTTP/1.1',
    ...(lines.some((line) => /^host:/i.test(line)) ? [] : ['Host: x']),
    'Content-Type: application/json',
    'Connection: close',
    ...lines,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
