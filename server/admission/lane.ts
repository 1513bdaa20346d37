/** How much of one kind of work is done at once, and how much more may wait for it. */
export type Room = {
  readonly running: number;
  /** Of one client, where work lasts as long as the client likes; left out, one may fill the room. */
  readonly runningOfOne?: number;
  readonly waiting: number;
  /** Whoever waited longer is turned away rather than answered late, milliseconds. */
  readonly patienceMs: number;
};

/** `full`: everybody has an equal share of the queue. `over share`: others have less. `late`: waited too long, or hung up. */
export type Verdict = 'go' | 'full' | 'over share' | 'late';

export type Lane = {
  /** Waits for a turn. After `go`, and only then, `leave` must follow. */
  readonly enter: (client: string, hasHungUp: () => boolean) => Promise<Verdict>;
  readonly leave: (client: string) => void;
  /** How many more this client could ask at once and keep to its share. */
  readonly left: (client: string) => number;
  readonly load: () => { readonly running: number; readonly waiting: number };
};

type Waiting = {
  readonly since: number;
  readonly hasHungUp: () => boolean;
  readonly settle: (verdict: Verdict) => void;
};

type Client = { readonly name: string; readonly waiting: Waiting[]; running: number };

/**
 * Clients take turns, however much each asks. When the queue is full, whoever has most in it loses the last of
 * theirs to one that has less, so nobody can fill it against the others.
 */
export function createLane(room: Room, now: () => number = () => performance.now()): Lane {
  return new Turns(room, now);
}

class Turns implements Lane {
  readonly #room: Room;
  readonly #now: () => number;
  readonly #clients = new Map<string, Client>();
  /** Those with something waiting, in the order of their turns. */
  readonly #turns: Client[] = [];
  #running = 0;
  #waiting = 0;
  #woken = false;

  constructor(room: Room, now: () => number) {
    this.#room = room;
    this.#now = now;
  }

  enter = (name: string, hasHungUp: () => boolean): Promise<Verdict> => {
    const client = this.#clients.get(name) ?? { name, waiting: [], running: 0 };
    if (this.#waiting >= this.#room.waiting) {
      const heaviest = this.#heaviest();
      if (!heaviest || heaviest.waiting.length <= client.waiting.length + 1)
        return Promise.resolve(this.#isOverShare(client) ? 'over share' : 'full');
      this.#pushOut(heaviest);
    }
    this.#clients.set(name, client);
    return new Promise((settle) => {
      if (client.waiting.push({ since: this.#now(), hasHungUp, settle }) === 1)
        this.#turns.push(client);
      this.#waiting += 1;
      this.#wake();
    });
  };

  leave = (name: string): void => {
    const client = this.#clients.get(name);
    if (!client) return;
    client.running -= 1;
    this.#running -= 1;
    this.#forgetIfDone(client);
    if (this.#waiting > 0) this.#wake();
  };

  left = (name: string): number => {
    const client = this.#clients.get(name);
    const sharers = this.#clients.size + (client ? 0 : 1);
    const share = Math.floor((this.#room.running + this.#room.waiting) / sharers);
    return Math.max(0, share - (client ? client.running + client.waiting.length : 0));
  };

  load = (): { running: number; waiting: number } => ({
    running: this.#running,
    waiting: this.#waiting,
  });

  #heaviest(): Client | undefined {
    let heaviest: Client | undefined;
    for (const client of this.#turns)
      if (!heaviest || client.waiting.length > heaviest.waiting.length) heaviest = client;
    return heaviest;
  }

  #isOverShare(client: Client): boolean {
    return client.waiting.length * this.#turns.length > this.#room.waiting;
  }

  #pushOut(client: Client): void {
    this.#waiting -= 1;
    client.waiting.pop()?.settle('over share');
  }

  /** Work begins after all that has come in was read: only then is it known who waits. */
  #wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    setImmediate(() => {
      this.#woken = false;
      this.#begin();
    });
  }

  #begin(): void {
    const tooLate = this.#now() - this.#room.patienceMs;
    while (this.#running < this.#room.running) {
      const client = this.#nextClient();
      const next = client?.waiting.shift();
      if (!client || !next) return;
      this.#waiting -= 1;
      if (client.waiting.length > 0) this.#turns.push(client);
      if (next.since < tooLate || next.hasHungUp()) {
        next.settle('late');
        this.#forgetIfDone(client);
        continue;
      }
      client.running += 1;
      this.#running += 1;
      next.settle('go');
    }
  }

  #nextClient(): Client | undefined {
    const { running, runningOfOne = running } = this.#room;
    const at = this.#turns.findIndex((client) => client.running < runningOfOne);
    return at < 0 ? undefined : this.#turns.splice(at, 1)[0];
  }

  #forgetIfDone(client: Client): void {
    if (client.running === 0 && client.waiting.length === 0) this.#clients.delete(client.name);
  }
}
