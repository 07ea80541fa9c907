import {tellMoney, type Debrief, type Hit} from '../../../../session/index.ts';
import {clockOf} from '../words.ts';
import {stretchWords, worstWords} from './words.ts';

/** `STS: 23:49 to 01:22, 100 % calls failing at worst; again 08:34 to 09:52, 16 %`. */
export function hitWords(debrief: Debrief, hit: Hit): string {
	const waves = hit.waves.map(
		(wave, index) =>
			`${index === 0 ? '' : 'again '}${stretchWords(debrief, wave)}, ${worstWords(hit, wave.worst)} at worst`,
	);
	return `${hit.name}: ${waves.join('; ')}`;
}

/** How many of the services failed at once, and what it would have cost; empty where none did. */
export function servicesWords(debrief: Debrief): string {
	const {of, most, at} = debrief.night.services;
	if (at === null) return '';
	const money = tellMoney(debrief.result.money);
	const how = most === of ? `All ${String(of)}` : `${String(most)} of ${String(of)}`;
	return `${how} services failed one request in twenty or more at once, first at ${clockOf(debrief, at)}.${money === '' ? '' : ` ${money}`}`;
}
