import {expect, test} from 'vitest';
import {open} from '../../src/session/index.ts';
import {servicesFacts} from '../../src/view/say/facts/services.ts';
import {levelNamed} from '../levels/own-levels.ts';

/** Services that are a system which others wait for, by the name under which they do. */
const ITSELF: Readonly<Record<string, string>> = {
	DynamoDB: 'DynamoDB',
	EC2: 'EC2 launches',
	'Elastic Load Balancing': 'NLB',
	Lambda: 'Lambda',
	'Security Token Service': 'STS',
	IAM: 'IAM',
	SQS: 'SQS',
	CloudWatch: 'CloudWatch',
	Connect: 'Connect',
	Redshift: 'Redshift',
	ECS: 'ECS, EKS, Fargate',
	EKS: 'ECS, EKS, Fargate',
	Fargate: 'ECS, EKS, Fargate',
};

test('no service waits for itself, and none that fails is called well', () => {
	const session = open(levelNamed('october-20'), {game: '0.2.0', node: 20});
	const told: {readonly label: string; readonly errors: number | null; readonly why: string}[] = [];
	for (const minutes of [45, 60, 90, 160, 200, 230]) {
		session.advance(60 * minutes - session.now);
		const {facts} = servicesFacts(session.observation, {filter: ''}).groups.services;
		told.push(...facts.map(({label, of: {errors, why}}) => ({label, errors, why})));
	}
	const waiting = told.filter(({why}) => why.startsWith('waits for '));
	expect(waiting.length).toBeGreaterThan(100);
	const forItself = waiting.filter(({label, why}) =>
		why
			.slice('waits for '.length)
			.split(', ')
			.includes(ITSELF[label] ?? label),
	);
	expect(forItself).toEqual([]);
	const calledWell = told.filter(
		({errors, why}) => (errors ?? 0) > 0.05 && why.startsWith('catches up'),
	);
	expect(calledWell).toEqual([]);
});
