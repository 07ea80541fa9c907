import {open, type Session} from '../../src/session/index.ts';
import type {Console} from '../../src/view/index.ts';
import {panelLines} from '../../src/view/plain/panels.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {aConsole, line} from '../support/console.builder.ts';

const SIZE = {columns: 120, rows: 36};

/** What is ordered when a line is read, once for each order; `$1` is what the line has there. */
export type Rule = {
	readonly reads: RegExp;
	readonly orders: readonly string[];
	/** What has to have been read before. */
	readonly after?: RegExp;
	/** Whether it is ordered each time that it is read. */
	readonly again?: true;
};

/** All that a player looks at; each line once. */
export type Reader = (console: Console, session: Session) => readonly string[];

/** The header, and every headline until it is read: no panel is ever in sight of it. */
export const headlines: Reader = console => {
	const [when = '', , open = ''] = textOf(console);
	const read = [when, open];
	press(console, 'i');
	while (console.ui.inbox.unread.length > 0) {
		read.push(pickedIn(console));
		press(console, 'x');
	}
	press(console, 'escape');
	return read;
};

function textOf(console: Console): readonly string[] {
	return console.present(SIZE).rows.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
}

/** The headline under the cursor, which stands there whole. */
function pickedIn(console: Console): string {
	const {rows} = console.present(SIZE);
	const inbox = rows.findIndex(row => row.some(({text}) => text.includes('Inbox')));
	return rows
		.slice(inbox + 1)
		.filter(row => row.some(({tone}) => tone === 'select'))
		.map(row =>
			row
				.map(({text}) => text)
				.join('')
				.trimEnd(),
		)
		.join(' ');
}

/** The lines of the log that have come since it was read last, and nothing else. */
export function logReader(): Reader {
	let read = new Set<string>();
	return (_, {observation}) => {
		const lines = panelLines('log', observation, {filter: '', most: 500});
		const fresh = lines.filter(each => !read.has(each));
		read = new Set(lines);
		return fresh;
	};
}

function press(console: Console, ...keys: readonly string[]): void {
	for (const key of keys) console.press(key, SIZE);
}

export type Played = {
	readonly won: boolean;
	readonly why: string;
	/** The lower of what it scored for tasks and safety; nothing for a run that was lost. */
	readonly points: number;
	/** How many panels were opened. */
	readonly opened: number;
};

/** Plays a level by `N` and a table of what to order for what is read. */
export function played(id: string, seed: string, reader: Reader, rules: readonly Rule[]): Played {
	const session = open({...levelNamed(id), seed}, {game: 'test', node: 20});
	const {console} = aConsole({session, confirm: false});
	press(console, ' ');
	const read: string[] = [];
	const given = new Set<string>();
	let wanted: readonly {readonly order: string; readonly rule: Rule}[] = [];
	while (!session.ended) {
		const fresh = reader(console, session);
		read.push(...fresh);
		wanted = [...wanted, ...fresh.flatMap(each => ordersFor(each, rules))];
		const mayNow = ({rule: {after}}: {readonly rule: Rule}) =>
			after === undefined || read.some(each => after.test(each));
		for (const {order, rule} of wanted.filter(mayNow)) {
			if (given.has(order) && rule.again !== true) continue;
			given.add(order);
			press(console, ...line(order));
		}
		wanted = wanted.filter(each => !mayNow(each));
		press(console, 'N');
		while (console.ui.skip !== null) console.frame(0.2);
	}
	const {ended} = session.result();
	const won = ended?.won === true;
	const points = (session.marks?.() ?? []).flatMap(mark => mark.points ?? []);
	const opened = session.notes.filter(({note}) => note.about === 'opened').length;
	return {won, opened, why: ended?.why ?? '', points: won ? Math.min(100, ...points) : 0};
}

function ordersFor(text: string, rules: readonly Rule[]) {
	return rules.flatMap(rule => {
		const match = rule.reads.exec(text);
		if (match === null) return [];
		return rule.orders.map(order => ({order: order.replace('$1', match[1] ?? ''), rule}));
	});
}
