import {wordsOf} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {metricNamed} from '../expectation.ts';
import type {Addressees, Named} from './talk.types.ts';
import {Unread} from './unread.ts';

const UNLESS_SAID_CONFIDENCE = 70;

/** The fact that the words are, and nothing beside it. */
export function factIn(text: string, addressees: Addressees): Named {
	const found = factBefore(text, addressees);
	if (found !== null && found.rest === '') return found.named;
	const read = metricNamed(text.toLowerCase());
	throw typeof read === 'string'
		? new Unread(`“${text.slice(0, 60)}” is more than one fact.`)
		: new Unread(read.problem.message, read.problem.suggestions);
}

/** The fact that words begin with, and the words after it. */
export function factBefore(
	text: string,
	{suspects}: Addressees,
): {readonly named: Named; readonly rest: string} | null {
	const [first = '', second = '', third = ''] = text.toLowerCase().split(' ');
	const after = (count: number) => text.split(' ').slice(count).join(' ');
	if (first === 'suspect') {
		const suspect = suspects.find(each => each.toLowerCase() === second);
		if (suspect === undefined) return null;
		const sure = /^\d{2,3}$/u.test(third) ? Number(third) : null;
		if (sure !== null && (sure < 50 || sure > 100)) {
			throw new Unread('Confidence lies between 50 and 100 per cent.');
		}
		const confidence = sure ?? UNLESS_SAID_CONFIDENCE;
		return {named: {kind: 'suspect', suspect, confidence}, rest: after(sure === null ? 2 : 3)};
	}
	if (first === 'order' && /^\d{1,6}$/u.test(second)) {
		return {named: {kind: 'order', order: Number(second)}, rest: after(2)};
	}
	const look = lookBefore(text);
	if (look !== null) return look;
	// A metric goes by its id: labels are words, and words are what is said beside it.
	const metric = metricNamed(first);
	if (!first.includes('.') || typeof metric !== 'string') return null;
	return {named: {kind: 'metric', metric}, rest: after(1)};
}

/** The longest beginning that is a look: `show zone`, `dig regional`. */
function lookBefore(text: string): {readonly named: Named; readonly rest: string} | null {
	const words = text.split(' ');
	if (!/^(dig|show)$/iu.test(words[0] ?? '')) return null;
	for (let count = words.length; count > 0; count--) {
		const parsed = parseOrder(words.slice(0, count).join(' '));
		if (!parsed.ok) continue;
		return {
			named: {kind: 'look', look: wordsOf(parsed.order)},
			rest: words.slice(count).join(' '),
		};
	}
	return null;
}
