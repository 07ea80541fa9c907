import fs from 'node:fs';
import {parseLevel} from '../../src/level/file/index.ts';
import type {Observation} from '../../src/observe/index.ts';
import {open, parseOrderFile, scriptSource, VOCABULARY} from '../../src/session/index.ts';

const LEVEL = new URL('../../levels/october-20/', import.meta.url);

/** What somebody looks at, and does about comms, shortly before the picture is taken. */
const GLANCES: Readonly<Record<string, string>> = {
	'23:30': '23:25:00 dig regional\n23:26:00 show zone regional plans\n23:27:00 show enactors',
	'00:40': [
		'23:58:00 ack network',
		'23:59:00 shelve services',
		'00:20:00 update many-services errors investigating next 30',
		'00:32:00 dig account',
		'00:36:00 show zone fips',
		'00:36:30 show hosts',
		'00:37:00 show curve',
		'00:38:00 show probe',
		'00:37:30 page nlb',
	].join('\n'),
	'05:50': [
		'05:35:00 update ec2-launches errors mitigating next 45',
		'05:40:00 show hosts',
		'05:41:00 show curve',
		'05:42:00 show balancers',
		'05:43:00 show throttles',
		'05:44:00 show zone regional',
		'05:45:00 pin zone use1-az2',
		'05:46:00 page connect',
	].join('\n'),
};

/** October 20 as it happened, and what could be seen of it at each of the times. */
export function realNights(): readonly (readonly [time: string, Observation])[] {
	const parsed = parseLevel(fs.readFileSync(new URL('level.yaml', LEVEL), 'utf8'), VOCABULARY);
	if (!parsed.ok) throw new Error('our own level cannot be read');
	const {level} = parsed;
	const history = fs.readFileSync(new URL('players/as-it-happened.orders', LEVEL), 'utf8');
	return Object.keys(GLANCES).map(time => {
		const orders = parseOrderFile(`${history}\n${GLANCES[time] ?? ''}`, level, level.seed);
		if (!orders.ok) throw new Error(orders.problems[0]?.message);
		const session = open(level, {game: 'test', node: 20});
		session.follow(scriptSource('ana', orders), secondsAfterStart(time));
		return [time, session.observation];
	});
}

/** The three moments at which the console is drawn: a quiet evening, the flood, and the long recovery. */
export function realMoments(): readonly (readonly [
	time: string,
	Observation,
	earlier: Observation,
])[] {
	const parsed = parseLevel(fs.readFileSync(new URL('level.yaml', LEVEL), 'utf8'), VOCABULARY);
	if (!parsed.ok) throw new Error('our own level cannot be read');
	const {level} = parsed;
	const history = fs.readFileSync(new URL('players/as-it-happened.orders', LEVEL), 'utf8');
	const orders = parseOrderFile(history, level, level.seed);
	if (!orders.ok) throw new Error(orders.problems[0]?.message);
	const session = open(level, {game: 'test', node: 20});
	const source = scriptSource('ana', orders);
	return ['23:30', '00:05', '09:20'].map(time => {
		session.follow(source, secondsAfterStart(time) - UNREAD_SECONDS);
		const earlier = session.observation;
		session.follow(source, secondsAfterStart(time));
		return [time, session.observation, earlier] as const;
	});
}

/** Since when nobody has read anything. */
const UNREAD_SECONDS = 8 * 60;

/** The level begins at 23:20. */
function secondsAfterStart(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return (((hours - 23 + 24) % 24) * 60 + minutes - 20) * 60;
}
