import type {Observation} from '../../../observe/index.ts';
import {isWait, type OpenKind} from '../../../session/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import {openList, type OpenOf} from '../../say/facts/open.ts';
import {age, clockAt} from '../../say/measure.ts';
import type {Row, Span, Tone} from '../screen.types.ts';
import {fit, rowWidth, span, spread} from '../text.ts';
import {modeOf} from '../../input/keys/index.ts';
import {PANEL_KEYS, type Ui} from '../../input/ui.types.ts';

const TONES: Readonly<Record<OpenKind, Tone>> = {
	OWED: 'bad',
	LIMIT: 'warn',
	PAUSED: 'plain',
	DETOUR: 'plain',
	ADVICE: 'dim',
	SHELVED: 'warn',
};
const MARKS: Readonly<Record<OpenKind, string>> = {
	OWED: '✗ ',
	LIMIT: '',
	PAUSED: '‖ ',
	DETOUR: '',
	ADVICE: '',
	SHELVED: '‖ ',
};

/** What must be taken back, by rank: as many as fit whole, and how many more there are. */
export function openRow(observation: Observation, ui: Ui, width: number): Row {
	const list = openList(observation);
	const asked = askedWords(observation, width);
	if (list.length === 0 && asked === '') return fit([span('STILL OPEN  nothing', 'dim')], width);
	const title = width >= 76 ? 'STILL OPEN' : 'OPEN';
	const key = PANEL_KEYS.open;
	const press = modeOf(ui) === 'panels' ? {press: [key]} : {};
	const end: Row = [span(asked), {...span(`  ${key} all`, 'dim'), ...press}];
	if (list.length === 0) return spread([span(`${title}  nothing`, 'dim')], end, width);
	const row: Span[] = [span(`${title} ${String(list.length)}`, 'title')];
	const room = width - rowWidth(end);
	let left = list.length;
	for (const fact of list) {
		const part = {...partOf(observation, fact, width), ...press};
		const next = [span(left === list.length ? '  ' : ' │ ', 'line'), part];
		const rest = left > 1 ? ` │ +${String(left - 1)}`.length : 0;
		if (rowWidth(row) + rowWidth(next) + rest > room) break;
		row.push(...next);
		left -= 1;
	}
	if (left > 0)
		row.push(span(left === list.length ? '  ' : ' │ ', 'line'), span(`+${String(left)}`));
	return spread(row, end, width);
}

/** How much the level still asks for, beside what people have set: it is not for them to take back. */
function askedWords({open}: Observation, width: number): string {
	const asked = open.filter(each => each.needed && !isWait(each)).length;
	if (asked === 0) return '';
	return width >= 76 ? `  ${String(asked)} to go for the win` : `  ${String(asked)} to go`;
}

function partOf(observation: Observation, {of: {open}}: Fact<OpenOf>, width: number): Span {
	const {kind, short, since} = open;
	const from = clockAt(observation, since).slice(0, 5);
	const stood = age(observation.now - since);
	const owed: Readonly<Record<string, string>> = {
		'no update to customers':
			width >= 76 ? ` yet, first page ${stood} ago` : `, first page ${stood}`,
		'update owed': ` since ${from}`,
		'update late': `, promised ${from}`,
	};
	const more = owed[short] ?? '';
	return span(`${MARKS[kind]}${short}${more}`, TONES[kind]);
}
