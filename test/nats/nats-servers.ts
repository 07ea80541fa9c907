import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';

/** Whether this machine has the server; where all is to be tested it has to. */
export function hasNats(): boolean {
	try {
		execFileSync('nats-server', ['--version'], {stdio: 'ignore'});
		return true;
	} catch {
		if (process.env['CI'] === 'true') throw new Error('nats-server is not installed');
		process.stderr.write('nats-server is not installed: what needs it is not tested here.\n');
		return false;
	}
}

type Node = {readonly port: number; readonly words: readonly string[]; child: ChildProcess};

/** NATS servers with JetStream on loopback: one, or a cluster. */
export class NatsServers {
	readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-nats-'));
	readonly #nodes: Node[] = [];

	static async start(count: number): Promise<NatsServers> {
		const servers = new NatsServers();
		const ports = await freePorts(2 * count);
		const [clients, routes] = [ports.slice(0, count), ports.slice(count)];
		for (const [at, port] of clients.entries()) {
			const file = path.join(servers.folder, `${String(at)}.conf`);
			fs.writeFileSync(file, servers.#conf(at, port, routes));
			const words = ['--config', file];
			servers.#nodes.push({port, words, child: run(words)});
		}
		await servers.ready();
		return servers;
	}

	get ports(): readonly number[] {
		return this.#nodes.map(({port}) => port);
	}

	get url(): string {
		return this.ports.map(port => `nats://127.0.0.1:${String(port)}`).join(',');
	}

	/** Waits until every one of them takes connections. */
	async ready(): Promise<void> {
		for (const port of this.ports) {
			for (let tries = 0; !(await isOpen(port)); tries++) {
				if (tries > 200) throw new Error('a nats-server does not start');
				await setTimeout(50);
			}
		}
	}

	signal(at: number, signal: NodeJS.Signals): void {
		this.#nodes[at]?.child.kill(signal);
	}

	async kill(at: number): Promise<void> {
		const node = this.#nodes[at];
		if (node === undefined || node.child.exitCode !== null || node.child.signalCode !== null)
			return;
		const left = new Promise(resolve => node.child.once('exit', resolve));
		node.child.kill('SIGKILL');
		await left;
	}

	startAgain(at: number): void {
		const node = this.#nodes[at];
		if (node !== undefined) node.child = run(node.words);
	}

	async end(): Promise<void> {
		for (const at of this.#nodes.keys()) {
			this.signal(at, 'SIGCONT');
			await this.kill(at);
		}
		fs.rmSync(this.folder, {recursive: true, force: true});
	}

	#conf(at: number, port: number, routes: readonly number[]): string {
		const store = path.join(this.folder, `store-${String(at)}`);
		const own = `server_name: n${String(at)}\nlisten: "127.0.0.1:${String(port)}"\n`;
		const kept = `jetstream { store_dir: "${store}" }\n`;
		if (routes.length === 1) return `${own}${kept}`;
		const others = routes.map(each => `"nats://127.0.0.1:${String(each)}"`).join(', ');
		const listen = `listen: "127.0.0.1:${String(routes[at])}"`;
		return `${own}${kept}cluster { name: drill, ${listen}, routes: [${others}] }\n`;
	}
}

function run(words: readonly string[]): ChildProcess {
	return spawn('nats-server', words, {stdio: 'ignore'});
}

function isOpen(port: number): Promise<boolean> {
	return new Promise(resolve => {
		const socket = net.connect(port, '127.0.0.1');
		const tell = (open: boolean) => {
			socket.destroy();
			resolve(open);
		};
		socket.once('data', () => tell(true));
		socket.once('error', () => tell(false));
	});
}

/** Taken all at once, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
	const servers = Array.from({length: count}, () => net.createServer());
	const ports: number[] = [];
	for (const server of servers) {
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		const bound = server.address();
		ports.push(typeof bound === 'object' && bound !== null ? bound.port : 0);
	}
	await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
	return ports;
}
