import {expect, test} from 'vitest';
import {factsOf} from '../../src/view/say/facts/index.ts';
import {metricFact} from '../../src/view/say/metric-facts.ts';
import {metricRow} from '../../src/view/screen/metric-row.ts';
import {anObservation, metricsWith} from './observation.builder.ts';

const ID = 'dynamodb.customerErrors';
const {[ID]: reading} = metricsWith({});
const withErrors = (change: object) =>
	anObservation({metrics: {[ID]: {...reading!, history: [], value: null, ...change}}});

const JUDGED = withErrors({judged: {verdict: 'crit', trend: 'rising'}});
const UNKNOWN = withErrors({judged: {verdict: 'unknown', trend: ''}});

const inFull = ({facts}: {readonly facts: readonly {readonly text: string}[]}) =>
	facts.map(({text}) => text);
const judgedOn = (panel: 'overview') =>
	Object.values(factsOf(panel, JUDGED, {filter: ''}).groups)
		.flatMap(inFull)
		.find(text => text.startsWith('CRIT'));

test('of what is only judged, every face tells how it stands and where it goes, and no value', () => {
	const fact = metricFact(JUDGED, ID, 'DynamoDB errors');
	expect(fact).toMatchObject({value: null, word: 'CRIT', verdict: 'crit', trend: 'rising'});
	expect(fact.text).toBe('CRIT: DynamoDB errors rising.');
	const drawn = metricRow(fact, 60)
		.map(({text}) => text)
		.join('');
	expect(drawn.trim().replaceAll(/ +/gu, ' ')).toBe('✗ CRIT DynamoDB errors ↑');
});

test('what nothing has arrived of is no data, judged or not', () => {
	expect(metricFact(UNKNOWN, ID, 'DynamoDB errors').text).toBe('N/A: DynamoDB errors no data.');
});

test('the overview names a system that is judged by its state alone', () => {
	expect(judgedOn('overview')).toBe('CRIT: DynamoDB, rising.');
});

test('a service is called well in what it needs only where that can be seen', () => {
	const services = [{name: 'Amazon EC2 Auto Scaling', state: 'impacted', errors: null}] as const;
	const observation = anObservation({metrics: {}});
	const {groups} = factsOf(
		'services',
		{...observation, dashboard: {...observation.dashboard, services}},
		{filter: ''},
	);
	expect(inFull(groups['services']!)).toEqual(['DOWN: Amazon EC2 Auto Scaling.']);
});
