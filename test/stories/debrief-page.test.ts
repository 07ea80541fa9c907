import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
	open,
	openReplay,
	parseJournal,
	readRunLink,
	runLink,
	type Replayer,
} from '../../src/session/index.ts';
import {consoleFrames, debriefPage} from '../../src/view/index.ts';
import {aDebrief, LOST_LEASES} from '../support/debrief.builder.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
	path => existsSync(path),
);
if (CHROMIUM === undefined)
	console.log('No browser on this machine: pages are judged by their text.');

/** What a stranger may call themselves, and write. `pwned` must never become more than a word. */
const SCRIPT = '<script>document.body.id="pwned"</script>';
const HOSTILE = [
	SCRIPT,
	'<img src=x onerror=\'document.body.id="pwned"\'>',
	'"><svg onload=document.body.id="pwned">',
	'</style></title><base href=https://example.com>',
	'\u202Egnp.exe\u202C \u2066isolate \u200Ehidden\u0000\u0007\u001B[31mred',
	'שלום',
].join(' ');

const ORDERS = ['page ec2', `post ${HOSTILE}`, 'restart dwfm batch 10 every 190'];
const debrief = aDebrief({
	by: HOSTILE,
	orders: ORDERS,
	notes: [
		{
			at: 30,
			by: HOSTILE,
			note: {about: 'hypothesis', suspect: 'dwfm', confidence: 80, unless: HOSTILE},
		},
		{at: 3_600, by: HOSTILE, note: {about: 'felt', text: HOSTILE}},
		{at: 3_600, by: HOSTILE, note: {about: 'story', text: HOSTILE}},
		{at: 3_600, by: HOSTILE, note: {about: 'commitment', text: HOSTILE}},
	],
});
const {replayer, link} = theRun();
const frames = consoleFrames(debrief, replayer);
const page = debriefPage({...debrief, title: HOSTILE}, {frames, link});

/** The run that the debrief is of, to be watched and as a link. */
function theRun(): {readonly replayer: Replayer; readonly link: string} {
	const lines: string[] = [];
	const options = {game: '0.2.0', node: 20};
	const session = open(LOST_LEASES, {...options, onLine: line => lines.push(line)});
	ORDERS.forEach((words, index) => {
		session.advance(59 + 1_000 * index - session.now);
		session.attempt(HOSTILE, words);
	});
	session.advance(3_600);
	const parsed = parseJournal(`${lines.join('\n')}\n`);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const opened = openReplay(LOST_LEASES, parsed.journal, options);
	const made = runLink(parsed.journal);
	if (!opened.ok || !made.ok) throw new Error('it is a run');
	return {replayer: opened.replayer, link: made.link};
}

describe('a page with hostile names', () => {
	test('has no tag that a name brought, and no script at all', () => {
		const tags = new Set([...page.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag));
		expect(
			[...tags].filter(tag => /^(script|img|base|iframe|object|link|form)$/i.test(tag ?? '')),
		).toEqual([]);
		// Quotes that names brought are entities: every real one delimits an attribute of ours.
		expect(page.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\son[a-z]+=/i);
		expect(page).toContain('&lt;script&gt;document.body.id=&quot;pwned&quot;&lt;/script&gt;');
	});

	test('has no control character and nothing that turns text around', () => {
		expect(page.replaceAll('\n', '').replaceAll('\t', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
		expect(page).toMatch(/<bdi>[^<]*שלום/u);
	});

	test('asks nobody for anything', () => {
		const ours = page.replace(/<(bdi|pre)\b.*?<\/\1>/gs, '').replace(/\stitle="[^"]*"/g, '');
		expect(ours.slice(ours.indexOf('</h1>'))).not.toMatch(/https?:|url\(|@import/);
		const addresses = [...page.matchAll(/href="([^"]*)"/gu)].map(([, address = '']) => address);
		expect(addresses.filter(address => !/^#[a-z]?[\d_]*$/u.test(address))).toEqual([]);
		expect(addresses.length).toBeGreaterThan(20);
		expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
	});
});

describe('the replay in a page', () => {
	test('shows the console of each minute in which something happened', () => {
		for (const [, at] of page.matchAll(/href="#s(\d+)"/gu))
			expect(page).toContain(`id="s${at ?? ''}"`);
		const clocks = frames.map(({clock}) => clock);
		expect(clocks).toEqual(clocks.toSorted());
		expect(clocks).toEqual(expect.arrayContaining(['02:01', '02:35', '03:00']));
		const [first] = frames;
		expect(first?.rows).toHaveLength(34);
		expect(
			frames
				.find(({at}) => at === 60)
				?.rows.flat()
				.map(({text}) => text)
				.join(''),
		).toMatch(/page ec2/u);
	});

	test('is whole: the page holds the run, to be lived again', () => {
		const [, held = ''] = /<code>(#run=[\w.-]+)<\/code>/u.exec(page) ?? [];
		const read = readRunLink(held);
		expect(read.ok && read.journal.lines.filter(({line}) => line.kind === 'do')).toHaveLength(3);
	});

	test('stays small, and is nothing where the run is not at hand', () => {
		expect(Buffer.byteLength(page) / frames.length).toBeLessThan(12_000);
		const without = debriefPage(debrief);
		expect(without).not.toMatch(/class="frame"|<a /u);
	});
});

test('a first loss is told without its answer', () => {
	const withheld = debriefPage(aDebrief({withheld: true}));
	expect(withheld).toContain('held back');
	expect(withheld).not.toContain('Which guards were missing');
});

describe.skipIf(CHROMIUM === undefined)('in a real browser', () => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'debrief-'));
		writeFileSync(join(folder, 'page.html'), page);
	});
	afterAll(() => {
		rmSync(folder, {recursive: true, force: true});
	});

	/** The document as it stands once everything in it has run. */
	function domOf(name: string): string {
		return execFileSync(
			CHROMIUM ?? '',
			[
				'--headless',
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--allow-file-access-from-files',
				'--virtual-time-budget=5000',
				`--user-data-dir=${join(folder, 'profile')}`,
				'--dump-dom',
				`file://${join(folder, name)}`,
			],
			{encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000},
		);
	}

	test(
		'hostile names are inert, where the same names unescaped are not',
		{timeout: 150_000},
		() => {
			expect(domOf('page.html')).not.toContain('<body id=');
			writeFileSync(join(folder, 'control.html'), `<!doctype html><body>${SCRIPT}</body>`);
			expect(domOf('control.html')).toContain('<body id="pwned"');
		},
	);

	test(
		'nothing is wider than a telephone of 360 pixels, and one console is open: the one asked for',
		{timeout: 150_000},
		() => {
			writeFileSync(
				join(folder, 'telephone.html'),
				`<!doctype html><body><iframe src="page.html#s60" style="width:360px;height:900px;border:0"></iframe>
			<script>onload=()=>{const d=document.querySelector('iframe').contentDocument;
			const wide=[...d.querySelectorAll('main *')].filter(e=>!e.closest('.scroll,details')&&e.getBoundingClientRect().right>361).map(e=>e.outerHTML.slice(0,80));
			document.body.dataset.frames=[...d.querySelectorAll('.frame')].filter(e=>e.getBoundingClientRect().height>0).map(e=>e.id+' '+(e.getBoundingClientRect().right<=360));
			document.body.dataset.width=d.documentElement.scrollWidth;document.body.dataset.wide=wide.join('|')}</script></body>`,
			);
			const dom = domOf('telephone.html');
			expect(dom).toMatch(/data-wide=""/);
			expect(dom).toMatch(/data-frames="s60 true"/);
			expect(Number(/data-width="(\d+)"/.exec(dom)?.[1])).toBeLessThanOrEqual(360);
		},
	);
});
