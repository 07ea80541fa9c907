import type {ChatLine, TeamPresence} from '../../../observe/index.ts';
import type {Act, Fact, Group} from '../../say/fact.types.ts';
import type {ChatOf, commsFacts, PostOf, PromiseOf} from '../../say/facts/comms.ts';
import {duration} from '../../say/measure.ts';
import {mark} from '../mark.ts';
import type {Row, Tone} from '../screen.types.ts';
import {left, span, spread, wrap} from '../text.ts';
import {draft, put, type Draft, type Draw} from './drawn.ts';
import {emptiedRow} from './shown.ts';

/** Of each kind, so that customers stay in sight. */
const ROOM_ROWS_MAX = 8;
const NARROW = 56;
const WIDE = 66;

export const commsPanel: Draw<typeof commsFacts> = ({groups, emptied}, ui, {columns}) => {
	const {
		probe,
		note,
		draft: own,
		plan,
		served,
		palette,
		asked,
		reminders,
		timeline,
		said,
		seats,
	} = groups;
	const {promise, post, chat, updates, teams, earlier} = groups;
	const drawn = draft();
	const {rows} = drawn;
	for (const group of [probe, note, own, plan])
		rows.push(...roomRows(group, columns, group.facts.length));
	for (const group of [served, palette, asked, reminders, timeline, said, seats]) {
		rows.push(...roomRows(group, columns));
	}
	rows.push(...promise.facts.map(fact => promiseRow(fact, columns)));
	rows.push(...post.facts.flatMap(fact => postRows(fact, columns)));
	rows.push([span(chat.title, 'title')]);
	if (emptied) rows.push(emptiedRow(ui, ui.filters.comms));
	else if (chat.facts.length === 0) rows.push([span('○ nobody has written', 'dim')]);
	for (const fact of chat.facts) rows.push(...chatRows(fact, columns));
	const form = columns < WIDE ? '' : '  update <scope> <impact> <action> next <minutes>';
	rows.push([span(updates.title, 'title'), span(form, 'dim')]);
	for (const fact of updates.facts) {
		// Where room is short, the word that all of them begin with goes first.
		const shown = columns < NARROW ? fact.label.replace(/^update /u, '') : fact.label;
		put(drawn, fact, [span('  '), span(left(shown, columns - 2))]);
	}
	rows.push([span(teams.title, 'title')]);
	addTeams(drawn, teams.facts, columns);
	if (earlier.facts.length > 0) rows.push([span(earlier.title, 'title')]);
	for (const fact of earlier.facts) rows.push(...chatRows(fact, columns));
	return {...drawn, newestFirst: said.facts.length + asked.facts.length > 0};
};

/** Where several play, what they say to each other comes first; nothing where one plays alone. */
function roomRows(
	{title, facts}: Group & {readonly title: string},
	width: number,
	most = ROOM_ROWS_MAX,
): readonly Row[] {
	if (facts.length === 0) return [];
	return [
		[span(title, 'title')],
		...facts.slice(0, most).flatMap(each => {
			const sign = mark(each, 2);
			const [first = '', ...more] = wrap(each.text, width - sign.text.length);
			return [[sign, span(first)], ...more.map((line): Row => [span(`  ${line}`)])];
		}),
	];
}

function promiseRow(fact: Fact<PromiseOf>, width: number): Row {
	const {inSeconds, at} = fact.of;
	const narrow = width < NARROW;
	const sign = mark(fact);
	const head = span(`${sign.text} `, sign.tone);
	if (inSeconds === null) {
		return [
			head,
			span(narrow ? 'for the next update' : 'no time given for the next update', 'dim'),
		];
	}
	if (inSeconds < 0) {
		const late = `is ${duration(-inSeconds)} late`;
		return [head, span(`${narrow ? at : `the update promised for ${at}`} ${late}`, 'bad')];
	}
	return [
		head,
		span(`${narrow ? 'next' : 'next update promised for'} ${at}, in ${duration(inSeconds)}`),
	];
}

function postRows({of}: Fact<PostOf>, width: number): readonly Row[] {
	if (of === null) {
		const seen =
			width < NARROW
				? '○ nothing posted: all green'
				: '○ nothing is posted; customers see all green';
		return [[span(seen, 'dim')]];
	}
	return wrap(of.said, width - 2).map(line => [span(`  ${line}`)]);
}

/** Letters that are no keys of the console itself, for as many teams as can sleep. */
const TEAM_KEYS = 'deruwxyfl';

/** Whoever is here or on the way has a line; those who sleep share one. */
function addTeams(drawn: Draft, teams: readonly Fact<TeamPresence>[], width: number): void {
	for (const fact of teams.filter(({of}) => of.state !== 'asleep')) {
		const second = fact.of.escalated ? ', 2nd paged' : '';
		const since = ` ${duration(fact.age ?? 0)}${second}`;
		put(drawn, fact, spread([mark(fact, 9), span(fact.of.team)], [span(since, 'dim')], width));
	}
	const asleep = teams.filter(({of}) => of.state === 'asleep');
	const [first] = asleep;
	if (first === undefined) return;
	const lines = wrap(asleep.map(({of}) => of.team).join(', '), width - 12);
	drawn.rows.push(...lines.slice(0, -1).map((line): Row => [mark(first, 9), span(line, 'dim')]));
	const acts = asleep.flatMap((fact, index): readonly Act[] =>
		fact.acts.map(act => ({...act, key: TEAM_KEYS.charAt(index)})),
	);
	put(drawn, {id: 'asleep', acts}, [mark(first, 9), span(lines.at(-1) ?? '', 'dim')]);
}

const ROLE_TONES: Readonly<Record<ChatLine['role'], Tone>> = {
	executive: 'warn',
	'account-manager': 'title',
	support: 'title',
	'status-desk': 'title',
	neighbour: 'plain',
	team: 'plain',
};

function chatRows({of: {when, from, role, text}}: Fact<ChatOf>, width: number): readonly Row[] {
	const head: Row = [span(`${when} `, 'dim'), span(from, ROLE_TONES[role])];
	return [head, ...wrap(text, width - 6).map((part): Row => [span(`      ${part}`)])];
}
