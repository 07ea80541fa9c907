import {expect, test} from 'vitest';
import {Drill} from '../rooms/programs.ts';
import {openBrowser, serveSite} from './browsers.ts';
import {SeatTab} from './seat.ts';

test('a host that is killed goes on with everybody on their seat, and with its board', async () => {
	const site = await serveSite();
	const browser = await openBrowser('chrome');
	const drill = new Drill(site.program);
	const open = async (link: string) => SeatTab.at(await browser.createBrowserContext(), link);
	try {
		const {host, codes, links} = await drill.host(['october-20', '--port', '0']);
		const [ann, board] = await Promise.all([open(links.players), open(links.board)]);
		await ann.join('Ann', 'commander');
		await ann.tells(/on seat commander/u);
		await ann.gives('pace 20');
		await ann.gives('declare sev-2');
		await board.shows('SEV-2');
		await host.signal('SIGKILL');
		await ann.tells(/The room cannot be reached/u);
		await board.tells(/The room cannot be reached/u);
		const {port} = new URL(codes[0] ?? '');
		await drill.host([drill.journal, '--continue', '--port', port]);
		for (const tab of [ann, board]) {
			await tab.page.waitForFunction(() => document.querySelector('.bar:not([hidden])') === null);
		}
		await ann.gives('tell all here again');
		await board.shows('commander: here again');
		expect(await board.text()).toContain('SEV-2');
	} finally {
		await browser.close();
		await drill.end();
		site.stop();
	}
});
