// `npm run rooms`: how soon what one says is on the screens of twelve others, six in terminals and six in tabs of a
// browser, and what their links carry, beside the bars of the project.
import net from 'node:net';
import type {AddressInfo} from 'node:net';
import {setTimeout} from 'node:timers/promises';
import {row} from '../bench/report.ts';
import {bundleProgram, ownPlaces} from '../cli/outage.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {openBrowser, serveSite} from './browsers.ts';
import {SeatTab} from './seat.ts';
import {Drill, Socket} from '../rooms/programs.ts';

/** Beside the one who speaks: six terminals and five tabs on seats, and a tab that looks on. */
const PEOPLE = 12;
const TERMINALS = 6;
const SAYINGS = 100;
/** What follows an escape sooner is taken for its sequence. */
const ESCAPE_MS = 500;
/** What has not been seen by then never will be. */
const SEEN_MS = 15_000;
/** No faster than one guest may fill the journal. */
const SAY_EVERY_MS = 260;
/** The hottest ten minutes of October 20 begin here: launches and the network recover together. */
const HOT_SECONDS = 7 * 3_600;
const RATES_FOR_SECONDS = 30;
/** Ten pictures a second, each another. */
const PACE = 10;

const now = () => performance.timeOrigin + performance.now();

function share(sorted: readonly number[], of: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? NaN;
}

/** A way to the host that counts what it carries to a client. */
class Meter {
	bytes = 0;
	readonly #server: net.Server;

	constructor(port: number) {
		this.#server = net.createServer(client => {
			const host = net.connect(port, '127.0.0.1');
			client.pipe(host);
			host.on('data', data => (this.bytes += data.length));
			host.pipe(client);
			for (const end of [client, host]) end.on('error', () => undefined);
		});
	}

	/** The same address through this way. */
	async through(link: string): Promise<string> {
		await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
		const url = new URL(link);
		url.port = String((this.#server.address() as AddressInfo).port);
		return url.href;
	}

	end(): void {
		this.#server.close();
	}
}

/** Somebody's screen: when it showed each word, in milliseconds since 1970. */
type Screen = {
	readonly kind: string;
	/** Opens the panel of what is said, over whatever else is open. */
	readonly listens: () => Promise<void>;
	readonly shown: (word: string) => Promise<number>;
};

function terminalScreen(program: TerminalProgram): Screen {
	return {
		kind: 'terminals',
		async listens() {
			program.type('\u001B');
			await setTimeout(ESCAPE_MS);
			program.type('t');
		},
		shown: word =>
			new Promise(resolve => {
				program.onScreen = () => {
					if (!program.screen().includes(word)) return;
					program.onScreen = () => undefined;
					resolve(now());
				};
				program.onScreen();
			}),
	};
}

function tabScreen(tab: SeatTab): Screen {
	const {page} = tab;
	return {
		kind: 'tabs',
		async listens() {
			await page.bringToFront();
			await tab.press('Escape', 't');
		},
		shown: word =>
			page.evaluate(
				(wanted: string) =>
					new Promise<number>(resolve => {
						const sheet = document.querySelector('#sheet');
						const look = () => {
							if (sheet?.textContent.includes(wanted) !== true) return;
							watching.disconnect();
							resolve(performance.timeOrigin + performance.now());
						};
						const watching = new MutationObserver(look);
						watching.observe(document.body, {subtree: true, childList: true, characterData: true});
						look();
					}),
				word,
			),
	};
}

type Taken = {readonly kind: string; readonly ms: number};

async function never(word: string): Promise<never> {
	await setTimeout(SEEN_MS, undefined, {ref: false});
	throw new Error(`${word} was not seen on every screen.`);
}

async function delays(speaker: Socket, screens: readonly Screen[]): Promise<readonly Taken[]> {
	const taken: Taken[] = [];
	for (let n = 0; n < SAYINGS; n++) {
		const word = `word-${String(n)}-`;
		let said = Infinity;
		const seen = screens.map(async ({kind, shown}) => {
			const at = await shown(word);
			taken.push({kind, ms: at - said});
		});
		await setTimeout(SAY_EVERY_MS);
		said = now();
		speaker.up({kind: 'say', id: n, text: `tell all ${word}`});
		await Promise.race([Promise.all(seen), never(word)]);
		speaker.heard.length = 0;
	}
	return taken;
}

async function reach(socket: Socket, second: number): Promise<void> {
	socket.up({kind: 'pace', id: 900_000, pace: 600});
	const begun = /"now":\["=",(\d+)\]/u;
	for (let at = 0; at < second;) {
		const down = await socket.hears('see', each => begun.test(JSON.stringify(each)));
		at = Number(begun.exec(JSON.stringify(down))?.[1] ?? at);
		socket.heard.length = 0;
	}
	socket.up({kind: 'pace', id: 900_001, pace: PACE});
}

await bundleProgram();
const site = await serveSite();
const drill = new Drill(site.program);
const browser = await openBrowser('chrome');
const terminals: TerminalProgram[] = [];
const meters: Meter[] = [];
try {
	const words = ['october-20', '--port', '0', '--players', String(PEOPLE)];
	const {codes, links} = await drill.host(words);
	const [players = ''] = codes;
	const meter = () => {
		const made = new Meter(Number(new URL(players).port));
		meters.push(made);
		return made;
	};
	const speaker = new Socket(players);
	await speaker.join(players, {name: 'Speaker', seat: 'commander'});
	await speaker.hears('see');
	const screens: Screen[] = [];
	for (let n = 0; n < TERMINALS; n++) {
		const url = await meter().through(players);
		const program = new TerminalProgram(
			process.execPath,
			[site.program, 'join', url, '--name', `Terminal ${String(n)}`],
			{
				...{columns: 140, rows: 44, cwd: drill.home},
				env: ownPlaces({XDG_CONFIG_HOME: drill.home}) as Record<string, string>,
			},
		);
		terminals.push(program);
		screens.push(terminalScreen(program));
	}
	for (let n = TERMINALS + 1; n < PEOPLE; n++) {
		const tab = await SeatTab.at(
			await browser.createBrowserContext(),
			await meter().through(links.players),
		);
		await tab.join(`Tab ${String(n)}`);
		await tab.tells(/on seat/u);
		screens.push(tabScreen(tab));
	}
	// Observers see the room later: the board’s code lets in whoever looks on at once.
	const onlooker = links.board.replace('#board=', '#join=');
	const last = await SeatTab.at(
		await browser.createBrowserContext(),
		await meter().through(onlooker),
	);
	await last.join('Onlooker');
	await last.tells(/board/u);
	screens.push(tabScreen(last));
	await reach(speaker, HOT_SECONDS);
	for (const {listens} of screens) await listens();
	await setTimeout(2_000);
	const before = meters.map(({bytes}) => bytes);
	const seen = (await last.frames()).length;
	await setTimeout(RATES_FOR_SECONDS * 1_000);
	const rates = meters.map(({bytes}, n) => (bytes - (before[n] ?? 0)) / RATES_FOR_SECONDS / 1_000);
	const pictures = ((await last.frames()).length - seen) / RATES_FOR_SECONDS;
	row('pictures a second', pictures.toFixed(1));
	const taken = await delays(speaker, screens);
	for (const kind of ['terminals', 'tabs']) {
		const of = taken.filter(each => each.kind === kind).map(({ms}) => ms);
		const sorted = of.toSorted((a, b) => a - b);
		row(`said to seen, ${kind}, half`, `${share(sorted, 0.5).toFixed(0)} ms`, 'at most 50 ms');
		row(
			`said to seen, ${kind}, 99 in 100`,
			`${share(sorted, 0.99).toFixed(0)} ms`,
			'at most 150 ms',
		);
	}
	const all = taken.map(({ms}) => ms).toSorted((a, b) => a - b);
	row('said to seen, all, half', `${share(all, 0.5).toFixed(0)} ms`, 'at most 50 ms');
	row('said to seen, all, 99 in 100', `${share(all, 0.99).toFixed(0)} ms`, 'at most 150 ms');
	for (const [n, rate] of rates.entries()) {
		const who = n < TERMINALS ? 'terminal' : 'tab';
		row(`client ${String(n + 1)}, ${who}`, `${rate.toFixed(1)} kB/s`, 'at most 20 kB/s');
	}
} finally {
	for (const program of terminals) process.kill(program.pid, 'SIGKILL');
	await browser.close();
	await drill.end();
	for (const each of meters) each.end();
	site.stop();
}
