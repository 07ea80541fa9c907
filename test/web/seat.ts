import type {Browser, BrowserContext} from 'puppeteer-core';
import {Tab} from './tab.ts';

/** What a page is given so that a test can see what comes to it, and cut its link. */
type Tapped = {
	frames: string[];
	sockets: WebSocket[];
};

/** A tab with the page of a room in it. */
export class SeatTab extends Tab {
	static async at(browser: Browser | BrowserContext, link: string): Promise<SeatTab> {
		const page = await browser.newPage();
		await page.setViewport({width: 1280, height: 800});
		const {origin, hash} = new URL(link);
		const tab = new SeatTab(page, `${origin}/`);
		await page.evaluateOnNewDocument(tap);
		await tab.go(hash);
		return tab;
	}

	/** Somebody looks at it: what nobody looks at draws nothing. */
	override async shows(what: RegExp | string, seconds?: number): Promise<void> {
		await this.page.bringToFront();
		await super.shows(what, seconds);
	}

	/** Tells the door who one is, and a seat where one is wanted; what is to be read first is read. */
	async join(name: string, seat?: string): Promise<void> {
		await this.page.bringToFront();
		await this.page.waitForSelector('.door button:enabled');
		await this.page.type('.door [name=name]', name);
		if (seat !== undefined) await this.page.click(`.door [value=${seat}]`);
		await this.page.click('.door button');
		await this.shows(/: you (?:sit on|run|are watching)/u);
		await this.press('Escape');
	}

	/** Types a line where orders are given. */
	async gives(line: string): Promise<void> {
		await this.page.bringToFront();
		await this.press('Escape');
		await this.type(':');
		await this.type(line);
		await this.press('Enter');
	}

	/** Presses a button above the screen. */
	async presses(button: string): Promise<void> {
		await this.page.bringToFront();
		await this.page.locator(`::-p-xpath(//button[starts-with(., '${button}')])`).click();
	}

	/** Waits until somebody who does not see the screen is told so. */
	async tells(what: RegExp): Promise<void> {
		await this.page.bringToFront();
		await this.page.waitForFunction(
			(pattern: string) =>
				[...document.querySelectorAll('[role=log], [role=status]')].some(({textContent}) =>
					new RegExp(pattern, 'u').test(textContent),
				),
			{polling: 50},
			what.source,
		);
	}

	/** Every message that has come over the link. */
	frames(): Promise<readonly string[]> {
		return this.page.evaluate(() => (globalThis as unknown as Tapped).frames);
	}

	/** Cuts the link, as a network does. */
	async cut(): Promise<void> {
		await this.page.evaluate(() => {
			for (const socket of (globalThis as unknown as Tapped).sockets) socket.close();
		});
	}
}

function tap(): void {
	const tapped = globalThis as unknown as Tapped;
	tapped.frames = [];
	tapped.sockets = [];
	globalThis.WebSocket = class extends WebSocket {
		constructor(url: string | URL) {
			super(url);
			tapped.sockets.push(this);
			this.addEventListener('message', ({data}) => tapped.frames.push(String(data)));
		}
	};
	addEventListener('securitypolicyviolation', event => {
		console.error(`refused by its rules: ${event.violatedDirective} ${event.blockedURI}`);
	});
}
