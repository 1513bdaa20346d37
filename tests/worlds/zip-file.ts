import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a drawn archive; what it claims may be a lie. */
export type DrawnEntry = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly size?: number;
  readonly flags?: number;
  readonly mode?: number;
  /** Where it says its data begin; where they are, when left out. */
  readonly offset?: number;
};

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const DEFLATED = 8;

/** A zip archive, byte by byte (APPNOTE 4.3), so that it can be as wrong as a test needs. */
export function zipOf(entries: readonly DrawnEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let place = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(entry.flags ?? 0, 2);
    about.writeUInt16LE(DEFLATED, 4);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(entry.size ?? content.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([number32(LOCAL), about, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((entry.mode ?? 0o100644) * 0x10000, 6);
    tail.writeUInt32LE(entry.offset ?? place, 10);
    central.push(Buffer.concat([number32(CENTRAL), Buffer.from([20, 3]), about, tail, name]));
    locals.push(local);
    place += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...locals, directory, number32(END), end]);
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
