import net from 'node:net';

/** A cable between people and their host, that can be cut, and that can go dead with both ends left open. */
export class Cable {
	readonly #pairs = new Set<readonly [net.Socket, net.Socket]>();
	readonly #server: net.Server;
	#isWhole = true;

	private constructor(port: number) {
		this.#server = net.createServer({allowHalfOpen: true}, near => {
			near.on('error', () => undefined);
			if (!this.#isWhole) {
				near.destroy();
				return;
			}
			const far = net.connect({port, host: '127.0.0.1', allowHalfOpen: true});
			far.on('error', () => near.destroy());
			const pair = [near, far] as const;
			this.#pairs.add(pair);
			for (const [from, to] of [pair, [far, near] as const]) {
				from.on('data', bytes => to.write(bytes));
				from.on('end', () => to.end());
				from.on('close', () => this.#pairs.delete(pair));
			}
		});
	}

	/** A cable to a port of this machine. */
	static async to(port: number): Promise<Cable> {
		const cable = new Cable(port);
		await new Promise<void>(resolve => cable.#server.listen(0, '127.0.0.1', resolve));
		return cable;
	}

	/** The same address, through the cable. */
	through(url: string): string {
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new Error('a cable has a port');
		return url.replace(/:\d+\//u, `:${String(address.port)}/`);
	}

	/** Nothing crosses any more, and neither end is told. Whoever connects anew comes through. */
	goDead(): void {
		for (const pair of this.#pairs) {
			for (const socket of pair) {
				socket.removeAllListeners('data').removeAllListeners('end').pause();
			}
		}
		this.#pairs.clear();
	}

	/** Everything is torn, and nobody comes through until it is mended. */
	cut(): void {
		this.#isWhole = false;
		for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
	}

	mend(): void {
		this.#isWhole = true;
	}

	end(): void {
		this.cut();
		this.#server.close();
	}
}
