import {SYSTEMS, type Blank} from '../sim/index.ts';

// How the trade writes what the grammar says otherwise, where only one thing can be meant.

/** What stands directly behind a number, by how the unit of its blank begins. */
const SUFFIXES: readonly (readonly [unit: RegExp, suffix: RegExp])[] = [
	[/^(?:percent|%)/u, /^%$/u],
	[/^(?:requests|attempts)\/s/u, /^(?:\/s|\/sec|rps|qps|tps)$/u],
	[/^s$/u, /^(?:s|sec)$/u],
	[/^min/u, /^(?:m|min)$/u],
];

/** A number as it is typed, with or without its unit behind it; undefined where that is another unit. */
export function numberIn(
	typed: string,
	{unit}: Extract<Blank, {readonly unit: string}>,
): string | undefined {
	const [, number = '', suffix = ''] = /^(-?[\d.]+)(.*)$/u.exec(typed.toLowerCase()) ?? [];
	if (number === '' || suffix === '') return number === '' ? undefined : number;
	const isOurs = SUFFIXES.some(([of, is]) => of.test(unit) && is.test(suffix));
	return isOurs ? number : undefined;
}

const RECORD = /^(?:a|aaaa)$/u;

type Rewriting = (words: readonly string[]) => readonly string[];

/** Each is tried on its own, after those before it, and taken when an order comes of it. */
const REWRITINGS: readonly Rewriting[] = [
	// A name that ends at the root; what only shapes the answer of dig; other tools that ask for a name.
	words => words.map(word => word.replace(/^(\S+\.[a-z-]+)\.$/u, '$1')),
	([tool = '', ...rest]) =>
		tool === 'nslookup' || tool === 'host' ? ['dig', ...rest] : [tool, ...rest],
	([tool = '', ...rest]) => {
		if (tool !== 'dig') return [tool, ...rest];
		const asked = rest.filter(word => !word.startsWith('+') && word !== '-t');
		const types = asked.filter(word => RECORD.test(word));
		return [tool, ...asked.filter(word => !RECORD.test(word)), ...types];
	},
	words => words.map(word => word.replace(/^sev_?([1-5])$/u, 'sev-$1')),
	words => joinedAfter('sev', words),
	// A severity alone is declared.
	words =>
		words.length === 1 && /^sev-[1-5]$/u.test(words[0] ?? '') ? ['declare', ...words] : words,
	// "5 %", "5%" and "4 /s" for what the form writes out.
	words => words.map(word => (word === '%' ? 'percent' : word)),
	words =>
		words.flatMap(word => (/^[\d.]+%$/u.test(word) ? [word.slice(0, -1), 'percent'] : [word])),
	words => glued(words),
	// "failover off": an automation is told on or off as a switch is.
	words => switched(words),
	words => words.map(word => (word === 'failover' ? 'nlb-failover' : word)),
	// "repoint regional to plan 138".
	([verb = '', ...rest]) => [
		verb,
		...(verb === 'repoint' ? rest.filter(word => word !== 'to' && word !== 'plan') : rest),
	],
	// Whoever pages a system pages the people who run it.
	([verb = '', system = '', ...more]) =>
		verb === 'page' ? [verb, OWNERS.get(system) ?? system, ...more] : [verb, system, ...more],
];

/** Who runs what, by every name that its people give it. */
const OWNERS: ReadonlyMap<string, string> = new Map([
	...Object.entries(SYSTEMS).flatMap(([system, {team}]) =>
		team === null ? [] : [[system.toLowerCase(), team] as const],
	),
	...['ecs', 'eks', 'fargate'].map(name => [name, SYSTEMS.containers.team] as const),
]);

/** The lines that a line may stand for, nearest first, as typed not among them. */
export function rewritten(line: string): readonly string[] {
	const lines = new Set<string>();
	let words: readonly string[] = line
		.toLowerCase()
		.split(' ')
		.filter(word => word !== '');
	for (const rewriting of REWRITINGS) {
		const now = rewriting(words);
		if (now.join(' ') === words.join(' ')) continue;
		lines.add(now.join(' '));
		words = now;
	}
	return [...lines];
}

function joinedAfter(begins: string, words: readonly string[]): readonly string[] {
	const at = words.indexOf(begins);
	const next = words[at + 1] ?? '';
	if (at === -1 || !/^[1-5]$/u.test(next)) return words;
	return [...words.slice(0, at), `${begins}-${next}`, ...words.slice(at + 2)];
}

function glued(words: readonly string[]): readonly string[] {
	const at = words.findIndex(word => /^(?:\/s|\/sec|rps)$/u.test(word));
	if (at < 1) return words;
	return [
		...words.slice(0, at - 1),
		`${words[at - 1] ?? ''}${words[at] ?? ''}`,
		...words.slice(at + 1),
	];
}

function switched(words: readonly string[]): readonly string[] {
	const [name = '', setting, ...more] = words;
	if (more.length > 0 || (setting !== 'on' && setting !== 'off')) return words;
	return [setting === 'off' ? 'pause' : 'resume', name];
}
