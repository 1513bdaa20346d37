import { setImmediate as nextTurn } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createLane, type Lane, type Verdict } from '../../server/admission/lane.ts';

const here = (): boolean => false;
const ROOM = { running: 2, waiting: 10, patienceMs: 1000 };

/** Enters so often, and tells what became of each in the order they were let in or turned away. */
function told(lane: Lane, said: string[], client: string, times: number): void {
  for (let at = 0; at < times; at++)
    void lane.enter(client, here).then((verdict) => said.push(`${client} ${verdict}`));
}

/** Lets each that is let in be done at once, until nobody waits. */
async function runDry(lane: Lane, said: string[]): Promise<void> {
  for (let done = 0; lane.load().running + lane.load().waiting > 0;) {
    await nextTurn();
    for (const each of said.slice(done).filter((line) => line.endsWith(' go')))
      lane.leave(each.split(' ')[0] ?? '');
    done = said.length;
  }
}

describe('a lane', () => {
  test('lets clients in by turns, however much each asks', async () => {
    const [lane, said] = [createLane(ROOM), [] as string[]];
    told(lane, said, 'a', 6);
    told(lane, said, 'b', 2);
    await runDry(lane, said);
    expect(said).toEqual(['a go', 'b go', 'a go', 'b go', 'a go', 'a go', 'a go', 'a go']);
  });
  test('does no more at once than it has room for', async () => {
    const [lane, said] = [createLane(ROOM), [] as string[]];
    told(lane, said, 'a', 6);
    await nextTurn();
    expect(lane.load()).toEqual({ running: 2, waiting: 4 });
  });
  test('is full for a client alone, which is nobody’s unfairness', async () => {
    const [lane, said] = [createLane(ROOM), [] as string[]];
    told(lane, said, 'a', 12);
    await Promise.resolve();
    expect(said).toEqual(['a full', 'a full']);
  });
  test('makes room for one who has less by turning away the last of whoever has most', async () => {
    const [lane, said] = [createLane(ROOM), [] as string[]];
    told(lane, said, 'a', 10);
    told(lane, said, 'b', 1);
    await runDry(lane, said);
    expect(said.filter((line) => !line.endsWith(' go'))).toEqual(['a over share']);
    expect(said.indexOf('b go')).toBeLessThan(4);
  });
  test('turns away more of one who has most while others wait', async () => {
    const [lane, said] = [createLane(ROOM), [] as string[]];
    told(lane, said, 'a', 9);
    told(lane, said, 'b', 1);
    told(lane, said, 'a', 1);
    await Promise.resolve();
    expect(said).toEqual(['a over share']);
  });
  test('where work lasts as long as the client likes, one client never fills the room', async () => {
    const [lane, said] = [createLane({ ...ROOM, running: 3, runningOfOne: 2 }), [] as string[]];
    told(lane, said, 'a', 4);
    await nextTurn();
    told(lane, said, 'b', 1);
    await nextTurn();
    expect(said).toEqual(['a go', 'a go', 'b go']);
    lane.leave('a');
    await nextTurn();
    expect(said).toEqual(['a go', 'a go', 'b go', 'a go']);
  });
  test('answers nobody who waited too long, nor who hung up', async () => {
    let now = 0;
    const lane = createLane(ROOM, () => now);
    const late = lane.enter('a', here);
    now = 1001;
    const inTime = lane.enter('a', here);
    const gone = lane.enter('a', () => true);
    expect(await Promise.all([late, inTime, gone])).toEqual(['late', 'go', 'late']);
  });
  test('tells each how much of its share is left, and forgets who is done', async () => {
    const [lane, said] = [createLane(ROOM), [] as string[]];
    expect(lane.left('a')).toBe(12);
    told(lane, said, 'a', 4);
    expect(lane.left('a')).toBe(8);
    expect(lane.left('b')).toBe(6);
    told(lane, said, 'b', 1);
    expect(lane.left('a')).toBe(2);
    await runDry(lane, said);
    expect(lane.left('a')).toBe(12);
  });
});

test('whoever comes and goes, everyone is told once, nothing is lost, and no client is kept out by another', async () => {
  const arrivals = fc.array(
    fc.record({ client: fc.constantFrom('a', 'b', 'c'), pause: fc.boolean() }),
    {
      maxLength: 80,
    },
  );
  await fc.assert(
    fc.asyncProperty(arrivals, async (asked) => {
      const lane = createLane(ROOM);
      const verdicts: { client: string; verdict: Verdict }[] = [];
      for (const { client, pause } of asked) {
        void lane.enter(client, here).then(async (verdict) => {
          verdicts.push({ client, verdict });
          if (verdict !== 'go') return;
          await nextTurn();
          lane.leave(client);
        });
        expect(lane.load().running).toBeLessThanOrEqual(ROOM.running);
        expect(lane.load().waiting).toBeLessThanOrEqual(ROOM.waiting);
        if (pause) await nextTurn();
      }
      while (lane.load().running + lane.load().waiting > 0) await nextTurn();
      await nextTurn();
      expect(verdicts.length).toBe(asked.length);
      const shares = Map.groupBy(verdicts, ({ client }) => client);
      for (const [, own] of shares) {
        const keptToItsShare = own.length <= ROOM.waiting / 3;
        if (keptToItsShare) expect(own.every(({ verdict }) => verdict === 'go')).toBe(true);
      }
    }),
  );
});
