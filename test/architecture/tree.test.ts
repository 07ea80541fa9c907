import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, expect, test} from 'vitest';
import {filesBelow, foldersIn, inScratch, ROOT, writeFiles} from '../support/tree.ts';

const LINES_MAX = 300;

/** Files that may be longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {
	'src/cli/command-list.ts': 'the table of all commands',
	'src/host/talk-room.test.ts': 'one thing after another that people say, and what comes of it',
	'src/observe/chat/voices.ts': 'one team after another, and what each says',
	'src/observe/systems.ts': 'the table of systems, and how each is judged',
	'src/play/scenes.ts': 'one scene after another, and what leads to the next',
	'src/session/handover/truth.ts': 'one fact after another that a note is held against',
	'src/view/programs/menu/brief.ts': 'a card and every key on it',
	'src/view/screen/present.ts': 'the whole frame, from its header to its tabs',
	'test/support/hosted-room.ts': 'a room with everybody in it, and what each of them does',
	'src/sim/incident-call/incident-call.orders.ts':
		'a table of orders, and what each does in a line or two',
	'src/sim/dwfm/dwfm.orders.ts': 'a table of orders, and what each does in a line or two',
	'src/sim/customer/customer.parameters.ts': 'a table of numbers, each with its source',
	'src/sim/customer/customer.step.ts':
		'one second of a company, from its vendors to what it was told',
	'src/sim/milestones.ts': 'one milestone after another, and when each holds',
	'src/sim/dns/dns.test.ts': 'one table after another of what the automation does to a zone',
	'src/host/room-host.test.ts': 'one thing after another that guests do, and what comes of it',
	'src/level/objections.ts': 'one thing after another that a schema cannot ask of a level',
	'src/session/goals/open-conditions.ts': 'one row after another of what can be open, in words',
	'src/session/score/score.test.ts': 'one table after another of what each axis counts',
	'test/cli/cli.test.ts': 'one table after another of commands and their exit codes',
	'test/coverage/rows-systems.ts': 'one system after another, and what it has in each column',
	'test/levels/schema-keys.ts': 'one key of a level after another, and who tells it',
	'test/stories/orders-by-keys.test.ts': 'one way after another to a command, and what it comes to',
	'test/parity/deeds.test.ts': 'one deed after another through every face',
	'test/smoke/any-terminal.test.ts': 'one terminal after another, and what is played on it',
	'test/web/page.test.ts': 'one thing after another that a person does with the page',
	'test/web/room-looks.heavy.test.ts':
		'one page of a room after another, looked at in each of its looks',
	'test/web/walks.ts': 'one step after another of people who play a drill',
};

const SOURCES = ['src', 'test', 'build'].flatMap(folder => filesBelow(folder, /\.(ts|tsx|mjs)$/));
const PROSE = [
	...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].filter(name =>
		existsSync(join(ROOT, name)),
	),
	...['docs', 'levels', 'saves'].flatMap(folder => filesBelow(folder, /\.md$/)),
];

const VAGUE = /(^|[./-])(utils?|helpers?|managers?|commons?|misc|shared)([./-]|$)/;
const UNFINISHED = new RegExp(
	['FIX', 'TO', 'XX'].map((half, n) => half + ['ME', 'DO', 'X'][n]!).join('|'),
);

function textOf(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

function lineCount(text: string): number {
	return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Headings as the anchors that a Markdown page gives them. */
function anchorsOf(markdown: string): readonly string[] {
	return [...markdown.matchAll(/^#+\s+(.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.trim()
			.replaceAll(' ', '-'),
	);
}

/** Relative links of a page that lead nowhere. */
function brokenLinks(path: string, root: string): readonly string[] {
	const text = readFileSync(join(root, path), 'utf8').replace(/```[\s\S]*?```/g, '');
	return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, link = '']) => link)
		.filter(link => !/^[a-z]+:/.test(link))
		.filter(link => {
			const [file = '', anchor] = link.split('#');
			const target = file === '' ? join(root, path) : join(root, dirname(path), file);
			if (!existsSync(target)) return true;
			if (anchor === undefined || !target.endsWith('.md')) return false;
			return !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
		});
}

describe('the source tree', () => {
	test(`has no file over ${String(LINES_MAX)} lines without a reason`, () => {
		const long = SOURCES.filter(path => lineCount(textOf(path)) > LINES_MAX);
		expect(long).toEqual(Object.keys(LONGER).sort());
	});

	test('has names that say what is inside', () => {
		expect(SOURCES.filter(path => VAGUE.test(path))).toEqual([]);
	});

	test('knows a vague name when it sees one', () => {
		const vague = [
			'src/utils/x.ts',
			'src/sim/dns-helpers.ts',
			'src/common.ts',
			'src/save-manager.ts',
		];
		expect(vague.filter(path => VAGUE.test(path))).toEqual(vague);
		expect(VAGUE.test('src/sim/dns/dns.step.ts')).toBe(false);
	});

	test('leaves nothing for later', () => {
		expect([...SOURCES, ...PROSE].filter(path => UNFINISHED.test(textOf(path)))).toEqual([]);
	});

	test('names no folder of the machine it was written on', () => {
		const folder = new RegExp(['/work', '/home', '/Users'].map(name => `${name}/\\w`).join('|'));
		expect([...SOURCES, ...PROSE].filter(path => folder.test(textOf(path)))).toEqual([]);
	});
});

describe('a subsystem', () => {
	const subsystems = foldersIn('src/sim').filter(name => name !== 'kernel');

	test.each(subsystems)('%s has its door, its types, its parameters and its step', name => {
		const folder = `src/sim/${name}`;
		const files = [
			'index.ts',
			...['types', 'parameters', 'step'].map(part => `${name}.${part}.ts`),
		];
		expect(files.filter(file => !existsSync(join(ROOT, folder, file)))).toEqual([]);
	});

	test.each(subsystems)('%s keeps its charts in *.machine.ts', name => {
		const files = filesBelow(`src/sim/${name}`, /(?<!\.test)\.ts$/);
		const withCharts = files.filter(path => textOf(path).includes('createMachine('));
		expect(withCharts.filter(path => !path.endsWith('.machine.ts'))).toEqual([]);
	});
});

describe('the documents', () => {
	test.each(PROSE)('%s has no link that leads nowhere', path => {
		expect(brokenLinks(path, ROOT)).toEqual([]);
	});

	test('would be caught with a broken link', async () => {
		await inScratch(folder => {
			const links = '[a](b.md) [a](b.md#here) [a](#there) [a](https://x.y) ';
			writeFiles(folder, {
				'a.md': `# There\n${links}[a](none.md) [a](b.md#gone) [a](#gone)`,
				'b.md': '## Here\n',
			});
			expect(brokenLinks(relative(folder, join(folder, 'a.md')), folder)).toEqual([
				'none.md',
				'b.md#gone',
				'#gone',
			]);
		});
	});
});
