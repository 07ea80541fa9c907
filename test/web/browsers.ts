import {spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {launch, type Browser} from 'puppeteer-core';
import {PROGRAM} from '../cli/outage.ts';

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

/** The program as it was bundled, handing its page to browsers. */
export async function serveSite(): Promise<Site> {
	const child = spawn(process.execPath, [PROGRAM, 'web', '--port', '0'], {stdio: 'pipe'});
	const url = await addressFrom(child);
	return {
		url,
		program: PROGRAM,
		stop() {
			child.kill('SIGINT');
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

/** The files of a site as any host may serve them, in a folder below its root; an update may have lost some. */
export async function serveBelow(
	{program}: Pick<Site, 'program'>,
	folder: string,
	isLost: (name: string) => boolean = () => false,
): Promise<{readonly url: string; readonly stop: () => void}> {
	const files = path.join(path.dirname(program), 'site');
	const server = createServer(({url = ''}, response) => {
		const name = url.startsWith(folder) ? url.slice(folder.length) || 'index.html' : '';
		const isThere = fs.readdirSync(files).includes(name) && !isLost(name);
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
