import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import type {Site} from './browsers.ts';

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
			const seen = [...this.strayed, await this.text()].join('\n');
			throw new Error(`The screen of ${this.page.url()} never showed ${source}:\n${seen}`);
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
					// A page that has kept nothing yet has no such place, and is not given one.
					opening.onupgradeneeded = () => {
						opening.transaction?.abort();
						resolve({});
					};
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
