import {dial} from '../../src/host/index.ts';
import {WIRE_VERSION, type Down, type Json} from '../../src/team/index.ts';
import {ROOM_PATH, type Linked} from '../../src/team/remote/index.ts';
import {patched} from '../../src/team/wire/patch.ts';

/** Somebody in a room by the link that all our clients have, who notes what was answered and what is seen. */
export class Player {
	readonly name: string;
	/** Words that were taken. */
	readonly answered: string[] = [];
	readonly goodbyes: string[] = [];
	/** All that is seen. */
	raw: Json | undefined;
	isHere = false;
	welcomes = 0;
	/** When the last answer came to something that was said. */
	answeredAt = 0;
	#link: Linked;
	#token: string | null = null;
	#said = 0;
	readonly #asked = new Map<number, string>();
	readonly #where: {readonly socket: string; readonly code: string};

	constructor(port: number, code: string, name: string) {
		this.name = name;
		this.#where = {socket: `ws://127.0.0.1:${String(port)}${ROOM_PATH}`, code};
		this.#link = this.#dial();
	}

	get now(): number {
		const {observation} = (this.raw ?? {}) as {observation?: {now?: number}};
		return observation?.now ?? -1;
	}

	/** Whether time was told to stand; that it stands may be for want of the cluster. */
	get isPaused(): boolean {
		const {observation} = (this.raw ?? {}) as {observation?: {room?: {pace?: number}}};
		return observation?.room?.pace === 0;
	}

	say(text: string): void {
		const id = ++this.#said;
		if (this.#link.send({kind: 'say', id, text})) this.#asked.set(id, text);
	}

	pace(pace: number): void {
		this.#link.send({kind: 'pace', id: ++this.#said, pace});
	}

	/** Asks for all that there is to see, in place of what has changed. */
	whole(): void {
		this.#link.send({kind: 'whole'});
	}

	/** Ends as a program does that is killed, and comes again with what it had written down. */
	restart(): void {
		this.leave();
		this.#link = this.#dial();
	}

	leave(): void {
		this.isHere = false;
		this.#link.close();
	}

	#dial(): Linked {
		return dial({
			...{...this.#where, name: this.name, seat: null, token: this.#token, game: '0'},
			hear: down => this.#hear(down),
			lost: () => {
				this.isHere = false;
				this.#asked.clear();
			},
		});
	}

	#hear(down: Down): void {
		switch (down.kind) {
			case 'welcome':
				if (down.wire !== WIRE_VERSION) throw new Error('another wire');
				this.isHere = true;
				this.welcomes += 1;
				this.#token = down.token;
				return;
			case 'see':
				this.raw = patched(this.raw ?? null, down.patch);
				return;
			case 'answer': {
				const text = this.#asked.get(down.id);
				this.#asked.delete(down.id);
				this.answeredAt = performance.now();
				if (down.problem === null && text !== undefined) this.answered.push(text);
				return;
			}
			case 'goodbye':
				this.goodbyes.push(down.why);
				return;
			case 'door':
			case 'here':
			case 'notice':
			case 'result':
		}
	}
}
