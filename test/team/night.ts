import type {Observation} from '../../src/observe/index.ts';
import {open} from '../../src/session/index.ts';
import {levelNamed} from '../levels/own-levels.ts';

/** By minute: every look that there is, and orders of several areas. */
const GIVEN: Readonly<Record<number, readonly string[]>> = {
	0: [
		'dig regional',
		'show enactors',
		'show plans',
		'show balancers',
		'show throttles',
		'note roll call',
	],
	40: [
		...[
			'declare sev-1',
			'page dynamodb',
			'page ec2',
			'page network',
			'page lambda',
			'page redshift',
		],
		...['break glass access', 'update dynamodb errors investigating next 30', 'ack dynamodb-down'],
	],
	60: ['dig regional', 'show zone regional', 'show resolvers', 'show leases', 'show hosts'],
	80: ['show curve', 'show probe', 'show zone regional plans', 'pause dns-automation'],
	100: ['gate dwfm 2', 'throttle launches 30 percent', 'repoint all rollback', 'show throttles'],
	120: ['show launches', 'show network', 'show lambda', 'show redshift', 'show support'],
	140: [
		'show border',
		'show services',
		'show automations',
		'show teams',
		'shelve services',
		'ack all',
	],
};

const STEP_MINUTES = 20;
const STEPS = 15;

/** October 20 for five hours, what could be seen every twenty minutes. */
export const NIGHT: readonly Observation[] = lived();

function lived(): readonly Observation[] {
	const session = open(levelNamed('october-20'), {game: 'test', node: 20});
	return Array.from({length: STEPS}, (_, step) => {
		for (const words of GIVEN[STEP_MINUTES * step] ?? []) {
			const problem = session.attempt('somebody', words);
			if (problem !== undefined) throw new Error(problem.message);
		}
		session.advance(60 * STEP_MINUTES);
		return session.observation;
	});
}
