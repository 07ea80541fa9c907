import {clockOf, type Level} from '../../level/index.ts';
import {evaluatorOf} from './evaluation.ts';
import type {WinPart} from './open-conditions.ts';

/** More things that are measured than this are told as one. */
const MEASURED_MAX = 2;

/** How a level is won and lost: its parts have the names by which a verdict tells what was not met. */
export function goalLine(level: Level): string {
	const {goals} = level;
	const limit = limitWords(level);
	const parts = winWords(evaluatorOf(level).winParts);
	if (goals === null) return `Ends: ${parts}; or ${limit}.`;
	const lost = [...(goals.atLimit === 'lost' ? [limit] : []), ...lostWords(goals.lose)];
	return `Won: ${parts === '' ? limit : parts}. Lost: ${lost.join(', or ')}.`;
}

/** A night that is drawn ends at another hour each time. */
function limitWords(level: Level): string {
	if (level.variations.length > 0) return 'end of shift';
	return clockOf(level, level.seed).at(level.limit).slice(0, 5);
}

function winWords(parts: readonly WinPart[]): string {
	const wait = parts.find(({id}) => id.startsWith(WAIT));
	const measured = parts.filter(({until}) => until !== '');
	const healthy =
		measured.length > MEASURED_MAX
			? ['everything healthy']
			: measured.map(({about, until}) => `${about} ${until}`);
	const set = parts.filter(part => part.until === '' && part !== wait).map(({goal}) => goal);
	const words = [...new Set([...healthy, ...folded(set)])].join(', ');
	return wait === undefined ? words : `${minutesOf(wait)} min with ${words}`;
}

/** What is asked of several of one kind is said once: `enactors running`. */
function folded(set: readonly string[]): readonly string[] {
	const kindOf = (words: string) => words.replace(/^([a-z]+)-\d+ /u, '$1s ');
	const many = (kind: string) => set.filter(words => kindOf(words) === kind).length > 1;
	return set.map(words => (many(kindOf(words)) ? kindOf(words) : words));
}

const WAIT = 'for-';

function minutesOf({id}: WinPart): string {
	return String(Math.round(Number(id.slice(WAIT.length)) / 60));
}

/** What loses a level before its time; the rest of the briefing says by how much. */
function lostWords(lose: NonNullable<Level['goals']>['lose']): readonly string[] {
	const rules = lose.filter(({when}) => !('at' in when)).map(({when}) => JSON.stringify(when));
	const isTouch = (rule: string) => rule.includes('orders.touched');
	return [
		...(rules.some(isTouch) ? ['something healthy was changed'] : []),
		...(rules.some(rule => !isTouch(rule)) ? ['sooner'] : []),
	];
}
