// Takes the pictures of a room in docs/web: `node --import ./build/typescript.mjs test/web/room-screens.ts [FOLDER]`.
import path from 'node:path';
import {Drill, type Program} from '../rooms/programs.ts';
import {ROOT} from '../support/tree.ts';
import {bundleProgram} from '../cli/outage.ts';
import {openBrowser, serveSite} from './browsers.ts';
import {SeatTab} from './seat.ts';

const WALL = {width: 1920, height: 1080};
const DESK = {width: 1440, height: 900};
const PHONE = {width: 390, height: 844, deviceScaleFactor: 1.5};
/** The name is empty by then, and nobody has been told why. */
const LATER = /23:5[5-9]:\d\d PDT/u;

const [out = path.join(ROOT, 'docs', 'web')] = process.argv.slice(2);
await bundleProgram();
const site = await serveSite();
const browser = await openBrowser('chrome');
const drill = new Drill(site.program);

async function open(link: string, size: typeof WALL): Promise<SeatTab> {
	const tab = await SeatTab.at(await browser.createBrowserContext(), link);
	await tab.page.setViewport(size);
	return tab;
}

async function picture({page}: SeatTab, name: string, scheme: 'light' | 'dark'): Promise<void> {
	await page.bringToFront();
	await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
	await new Promise(resolve => setTimeout(resolve, 600));
	await page.screenshot({path: `${out}/room-${name}.webp`, type: 'webp', quality: 50});
}

/** What four people say in the first minutes. */
async function talk(
	ann: SeatTab,
	[bob, cy, dee]: readonly [Program, Program, Program],
): Promise<void> {
	await ann.gives('declare sev-1');
	await ann.gives('page dynamodb');
	await ann.gives('tell all customers cannot reach DynamoDB: names first, then what hangs on them');
	bob.type('tell all dynamodb.customerErrors the name is empty: no address behind it');
	bob.type('tell all dns.planAge.enactor-1');
	cy.type('tell all dwfm.leasedShare');
	cy.type('tell all ec2.successShare launches still work');
	dee.type('tell all network.latency');
	dee.type('tell all nlb.errors');
	await ann.gives('request pause enactors of dns within 10');
	await bob.says(/asks you: pause enactors/u);
	bob.type('answer 1 accept pause enactors eta 5');
	await ann.gives('request gate dwfm 4 of ec2');
	await ann.gives('request show border of network');
	await dee.says(/asks you: show border/u);
	dee.type('answer 3 accept show border eta 2');
}

try {
	const {codes, links} = await drill.host(['october-20', '--port', '0', '--players', '4']);
	const [url = ''] = codes;
	const door = await open(links.players, {width: 900, height: 560});
	const ann = await open(links.players, DESK);
	await ann.join('Ann', 'commander');
	await ann.tells(/on seat commander/u);
	const sit = (name: string, role: string) => drill.join(url, name, '--role', role);
	const [bob, cy, dee] = [sit('Bob', 'dns'), sit('Cy', 'ec2'), sit('Dee', 'network')];
	for (const each of [bob, cy, dee]) await each.says(/on seat/u);
	await door.page.waitForFunction(
		() => document.querySelectorAll('.door [type=radio]:disabled').length > 3,
	);
	await door.page.type('.door [name=name]', 'Eve');
	await picture(door, 'door-light', 'light');
	const fay = await open(links.facilitator, DESK);
	await fay.join('Fay');
	await fay.shows('3 DWFM');
	const board = await open(links.board, WALL);
	const phone = await open(links.board, PHONE);
	await fay.page.type('[name=line]', 'pace 600');
	await fay.press('Enter');
	await board.shows(LATER);
	await fay.presses('4x');
	await talk(ann, [bob, cy, dee]);
	await board.shows('SEV-1');
	await fay.presses('ec2');
	await fay.shows('seat ec2');
	for (const scheme of ['dark', 'light'] as const) {
		await picture(ann, `seat-${scheme}`, scheme);
		await picture(board, `board-${scheme}`, scheme);
		await picture(fay, `facilitator-${scheme}`, scheme);
	}
	await picture(phone, 'board-390', 'dark');
} finally {
	await browser.close();
	await drill.end();
	site.stop();
}
