import {spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {launch, type Browser, type BrowserContext, type Page} from 'puppeteer-core';
import {buildPart} from '../support/build-part.ts';
import {ROOT} from '../support/tree.ts';

/** The browsers that the page is seen in, and where systems put them. */
const PLACES = {
	chrome: ['/usr/bin/chromium', '/usr/bin/google-chrome'],
	firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
} as const;
export type BrowserName = keyof typeof PLACES;

/** What lets Chromium run as root, in a container, without looking for its makers. */
const FLAGS = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Those that are here. Where CI runs, all have to be. */
export const BROWSERS = (['chrome', 'firefox'] as const).filter(isHere);

function isHere(name: BrowserName): boolean {
	if (programOf(name) !== undefined) return true;
	const missing = `None of ${PLACES[name].join(', ')} is here`;
	const isNeeded = process.platform === 'linux' && (process.env['CI'] ?? '') !== '';
	if (isNeeded) throw new Error(`${missing}, and continuous integration needs one.`);
	console.warn(`${missing}: the page is not seen in it.`);
	return false;
}

function programOf(name: BrowserName): string | undefined {
	return PLACES[name].find(place => fs.existsSync(place));
}

/** A browser without a window; the same profile again finds what it kept. */
export function openBrowser(
	browser: BrowserName,
	profile?: string,
	preferences: Readonly<Record<string, unknown>> = {},
): Promise<Browser> {
	return launch({
		browser,
		executablePath: programOf(browser) ?? '',
		headless: true,
		...(browser === 'chrome' ? {args: FLAGS} : {extraPrefsFirefox: preferences}),
		...(profile === undefined ? {} : {userDataDir: profile}),
	});
}

export type Site = {readonly url: string; readonly program: string; readonly stop: () => void};

/** The program as it ships, handing its page to browsers. */
export async function serveSite(): Promise<Site> {
	// Within the package, whose version it says.
	const cache = path.join(ROOT, 'node_modules', '.cache');
	fs.mkdirSync(cache, {recursive: true});
	const folder = fs.mkdtempSync(path.join(cache, 'outage-site-'));
	const {bundleInto} = await buildPart<{bundleInto: (dist: string) => Promise<string>}>(
		'bundle.mjs',
	);
	const program = await bundleInto(folder);
	const child = spawn(process.execPath, [program, 'web', '--port', '0'], {stdio: 'pipe'});
	const url = await addressFrom(child);
	return {
		url,
		program,
		stop() {
			child.kill('SIGINT');
			fs.rmSync(folder, {recursive: true, force: true});
		},
	};
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/** The files of a site as any host may serve them, in a folder below its root. */
export async function serveBelow(
	{program}: Pick<Site, 'program'>,
	folder: string,
): Promise<{readonly url: string; readonly stop: () => void}> {
	const files = path.join(path.dirname(program), 'site');
	const server = createServer(({url = ''}, response) => {
		const name = url.startsWith(folder) ? url.slice(folder.length) || 'index.html' : '';
		const isThere = fs.readdirSync(files).includes(name);
		const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
		response.writeHead(isThere ? 200 : 404, {'content-type': type});
		response.end(isThere ? fs.readFileSync(path.join(files, name)) : '');
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://localhost:${String(port)}${folder}`,
		stop() {
			server.closeAllConnections();
			server.close();
		},
	};
}

function addressFrom(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		const hear = (text: Buffer) => {
			said += text.toString();
			const [address] = /http:\S+/u.exec(said) ?? [];
			if (address !== undefined) resolve(address);
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('exit', () => {
			reject(new Error(`The page is not served: ${said}`));
		});
	});
}

const TURNS_MAX = 80;

/** A tab with the page in it. */
export class Tab {
	readonly page: Page;
	/** What the tab asked for beyond its own site, and whatever its rules refused. */
	readonly strayed: string[] = [];
	readonly #url: string;

	constructor(page: Page, url: string) {
		this.page = page;
		this.#url = url;
		page.on('request', request => {
			const address = request.url();
			if (!address.startsWith(url) && !/^(?:data|blob|about):/u.test(address)) {
				this.strayed.push(address);
			}
		});
		page.on('console', message => {
			if (message.type() === 'error') this.strayed.push(message.text());
		});
		page.on('pageerror', error => this.strayed.push(String(error)));
	}

	static async open(
		browser: Browser | BrowserContext,
		{url}: Pick<Site, 'url'>,
		hash = '',
	): Promise<Tab> {
		const page = await browser.newPage();
		await page.setViewport({width: 1280, height: 800});
		const tab = new Tab(page, url);
		await page.evaluateOnNewDocument(() => {
			addEventListener('securitypolicyviolation', event => {
				console.error(`refused by its rules: ${event.violatedDirective} ${event.blockedURI}`);
			});
		});
		await tab.go(hash);
		return tab;
	}

	async go(hash = ''): Promise<void> {
		await this.page.goto('about:blank');
		await this.page.goto(this.#url + hash);
	}

	text(): Promise<string> {
		return this.page.$$eval('.row', rows => rows.map(row => row.textContent).join('\n'));
	}

	/** Waits until the screen shows something. */
	async shows(what: RegExp | string, seconds = 30): Promise<void> {
		const source =
			typeof what === 'string' ? what.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&') : what.source;
		try {
			await this.page.waitForFunction(
				(pattern: string) =>
					new RegExp(pattern, 'u').test(
						[...document.querySelectorAll('.row')].map(row => row.textContent).join('\n'),
					),
				{timeout: seconds * 1_000, polling: 50},
				source,
			);
		} catch {
			throw new Error(`The screen never showed ${source}:\n${await this.text()}`);
		}
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key as 'Enter');
	}

	/** A line, as one types it. */
	async type(line: string): Promise<void> {
		await this.page.keyboard.type(line);
	}

	/** Clicks the last piece of the screen that can be pressed and holds a text. */
	async click(text: string): Promise<void> {
		const at = await this.#place(text);
		if (at === null) throw new Error(`Nothing to click says ${text}:\n${await this.text()}`);
		await this.page.mouse.click(at.x, at.y);
	}

	/** The middle of the last piece of the screen that can be pressed and holds a text. */
	#place(text: string): Promise<{readonly x: number; readonly y: number} | null> {
		return this.page.evaluate((wanted: string) => {
			const piece = [...document.querySelectorAll('.press')].findLast(each =>
				each.textContent.includes(wanted),
			);
			const box = piece?.getBoundingClientRect();
			return box === undefined ? null : {x: box.x + box.width / 2, y: box.y + box.height / 2};
		}, text);
	}

	/** Turns the wheel until something that can be clicked is in sight, and clicks it. */
	async wheelTo(text: string): Promise<void> {
		await this.#wheel(() => this.#place(text));
		await this.click(text);
	}

	/** Turns the wheel until a row of choices is in sight that begins with a text, and clicks it. */
	async wheelToRow(text: string): Promise<void> {
		const at = await this.#wheel(() =>
			this.page.evaluate((wanted: string) => {
				const row = [...document.querySelectorAll('.row')].findLast(
					each =>
						/^(?:► |· | {2})/u.test(each.textContent) &&
						// A choice has so many cells, and what is longer is cut.
						each.textContent.slice(2).startsWith(wanted.padEnd(40).slice(0, 39)) &&
						each.querySelector('.press') !== null,
				);
				const box = row?.querySelector('.press')?.getBoundingClientRect();
				return box === undefined ? null : {x: box.x + 5, y: box.y + box.height / 2};
			}, text),
		);
		if (at === null) throw new Error(`No choice is ${text}:\n${await this.text()}`);
		await this.page.mouse.click(at.x, at.y);
	}

	/** Turns the wheel until something is found. */
	async #wheel<Found>(find: () => Promise<Found | null>): Promise<Found | null> {
		await this.page.mouse.move(600, 600);
		for (let turn = 0; turn < TURNS_MAX; turn++) {
			const found = await find();
			if (found !== null) return found;
			await this.page.mouse.wheel({deltaY: 48});
			// What is turned is on the screen two frames later.
			await this.page.evaluate(
				() =>
					new Promise(resolve => {
						requestAnimationFrame(() => {
							requestAnimationFrame(resolve);
						});
					}),
			);
		}
		return find();
	}

	/** Every journal that the browser keeps, by name. */
	journals(): Promise<Readonly<Record<string, string>>> {
		return this.page.evaluate(
			() =>
				new Promise<Record<string, string>>((resolve, reject) => {
					const opening = indexedDB.open('outage-oncall journals');
					opening.onerror = () => {
						reject(opening.error ?? new Error('no database'));
					};
					opening.onsuccess = () => {
						const store = opening.result.transaction('pieces').objectStore('pieces');
						const found: Record<string, string> = {};
						const walking = store.openCursor();
						walking.onsuccess = () => {
							const cursor = walking.result;
							if (cursor === null) {
								opening.result.close();
								resolve(found);
								return;
							}
							const [name] = cursor.key as unknown as [string];
							found[name] = (found[name] ?? '') + (cursor.value as {text: string}).text;
							cursor.continue();
						};
					};
				}),
		);
	}

	/** Drops a file on the page. */
	drop(name: string, text: string): Promise<void> {
		return this.page.evaluate(
			(file: string, content: string) => {
				const dataTransfer = new DataTransfer();
				dataTransfer.items.add(new File([content], file));
				document.body.dispatchEvent(
					new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}),
				);
			},
			name,
			text,
		);
	}

	/** Ends the tab as a browser does that runs out of memory: none of it is told. */
	async die(): Promise<void> {
		await this.page.close({runBeforeUnload: false});
	}
}
