import net from 'node:net';

/** What stands before several servers: each connection goes to one that takes it, and links can be cut. */
export class Balancer {
	readonly #server = net.createServer(socket => this.#take(socket));
	readonly #pairs = new Set<readonly [net.Socket, net.Socket]>();
	readonly #ports: () => readonly number[];
	#turn = 0;
	/** Whether bytes are let through; where not, nobody is told. */
	#isOpen = true;

	constructor(ports: () => readonly number[]) {
		this.#ports = ports;
	}

	async listen(): Promise<number> {
		await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
		const bound = this.#server.address();
		return typeof bound === 'object' && bound !== null ? bound.port : 0;
	}

	/** Hangs up on everybody. */
	cut(): void {
		for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
	}

	/** Lets nothing through any more, or everything that has waited. */
	open(isOpen: boolean): void {
		this.#isOpen = isOpen;
		for (const pair of this.#pairs) {
			for (const socket of pair) {
				if (isOpen) socket.resume();
				else socket.pause();
			}
		}
	}

	/** One of those who are connected reads nothing for so long. */
	slow(which: number, ms: number): void {
		const pairs = [...this.#pairs];
		const other = pairs[which % Math.max(1, pairs.length)]?.[1];
		other?.pause();
		setTimeout(() => other?.resume(), ms);
	}

	close(): void {
		this.#server.close();
		this.cut();
	}

	#take(socket: net.Socket): void {
		socket.on('error', () => socket.destroy());
		this.#dial(socket, this.#ports().length);
	}

	#dial(socket: net.Socket, tries: number): void {
		const ports = this.#ports();
		const port = ports[this.#turn++ % Math.max(1, ports.length)];
		if (tries === 0 || port === undefined) {
			socket.destroy();
			return;
		}
		const other = net.connect(port, '127.0.0.1');
		const again = () => this.#dial(socket, tries - 1);
		other.once('error', again);
		other.once('connect', () => {
			other.off('error', again);
			const pair = [socket, other] as const;
			this.#pairs.add(pair);
			for (const [one, next] of [pair, [other, socket] as const]) {
				one.on('data', data => next.write(data));
				one.on('error', () => one.destroy());
				one.on('close', () => {
					this.#pairs.delete(pair);
					next.destroy();
				});
				if (!this.#isOpen) one.pause();
			}
		});
	}
}
