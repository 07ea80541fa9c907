import type {Observation} from '../../../observe/index.ts';
import {MARKS, readingOf, STALE_SECONDS, verdictOn, type Verdict} from '../../say/gauges.ts';
import {age, measure} from '../../say/measure.ts';
import type {Panel, Row, Size, Span} from '../screen.types.ts';
import {fit, left, right, span} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {passes} from './shown.ts';

/** A subsystem on the map: the metrics that speak for it, the first of them by its value. */
type Node = {readonly name: string; readonly metrics: readonly string[]; readonly says: string};

const node = (name: string, says: string, ...metrics: readonly string[]): Node => ({
	name,
	metrics,
	says,
});

/** The way trouble travels, from the top down. */
const SPINE: readonly Node[] = [
	node(
		'DNS automation',
		'oldest pass',
		'dns.planAge.enactor-1',
		'dns.planAge.enactor-2',
		'dns.planAge.enactor-3',
	),
	node('DynamoDB name', 'empty answers', 'resolvers.customersEmpty', 'resolvers.dwfmEmpty'),
	node('DynamoDB', 'fail', 'store.customerErrors', 'store.prodErrors'),
	node('Droplet leases', 'held', 'dwfm.leasedShare', 'dwfm.goodputShare'),
	node('EC2 launches', 'succeed', 'ec2.successShare'),
	node('Network Manager', 'late', 'network.latency', 'network.inflowShare'),
	node('Load balancers', 'fail', 'nlb.errors', 'nlb.checkLoad'),
];

/** Those that suffer and pass nothing on, on the row where an arrow from the spine reaches them. */
const SUFFERERS: ReadonlyMap<number, {readonly arrow: string; readonly node: Node}> = new Map([
	[
		2,
		{
			arrow: '┌─→',
			node: node('Sign-in, STS, IAM', 'fail', 'signIn.errors', 'sts.errors', 'iam.errors'),
		},
	],
	[3, {arrow: '├─→', node: node('Support Center', 'locked out', 'support.lockedOut')}],
	[
		4,
		{
			arrow: '┼─→',
			node: node('Lambda, SQS sources', 'fail', 'lambda.errors', 'lambda.sqsPollersDown'),
		},
	],
	[5, {arrow: '├─→', node: node('Redshift', 'fail', 'redshift.queryErrors')}],
	[6, {arrow: '└─→', node: node('CloudWatch', 'late', 'cloudwatch.delay', 'cloudwatch.loss')}],
	[8, {arrow: '──→', node: node('ECS, EKS, Fargate', 'fail', 'containers.errors')}],
	[11, {arrow: '┌─→', node: node('Lambda, STS', 'fail inside', 'nlb.internalErrors')}],
	[12, {arrow: '┴─→', node: node('Connect', 'fail', 'connect.callErrors', 'connect.chatErrors')}],
	[13, {arrow: '   ', node: node('Border, use1-az1', 'lost', 'border.loss')}],
]);

/** Rows of the spine from which an arrow leads to the right. */
const SOURCES: readonly number[] = [4, 8, 12];
const NARROW = 74;
const LEFT_CELLS = 34;
const ARROW_CELLS = 5;

/** Which system leans on which, and how each is: read from the top, where trouble starts. */
export function mapPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const bad = [...SPINE, ...[...SUFFERERS.values()].map(each => each.node)].filter(
		each => verdictOf(observation, each) === 'bad',
	).length;
	return {
		title: 'Dependency map',
		note: bad === 0 ? '' : `${String(bad)} critical`,
		rows: size.columns < NARROW ? stacked(observation, ui, size.columns) : drawn(observation, size),
		anchor: 'top',
	};
}

function drawn(observation: Observation, size: Size): readonly Row[] {
	const rightCells = size.columns - LEFT_CELLS - ARROW_CELLS;
	const rows = Array.from({length: SPINE.length * 2}, (_, y): Row => {
		const own = SPINE[y / 2];
		const start =
			own !== undefined
				? fit(nodeSpans(observation, own, LEFT_CELLS - 1), LEFT_CELLS)
				: [span(left(y < SPINE.length * 2 - 1 ? '   ↓' : '', LEFT_CELLS), 'dim')];
		const sufferer = SUFFERERS.get(y);
		const line = SOURCES.includes(y) ? '──' : '  ';
		return [
			...start,
			span(left(`${line}${sufferer?.arrow ?? ''}`, ARROW_CELLS), 'dim'),
			...(sufferer === undefined ? [] : nodeSpans(observation, sufferer.node, rightCells)),
		];
	});
	return size.rows > rows.length + 1 ? [...rows, [], ...KEY] : rows;
}

const KEY: readonly Row[] = [
	[span('An arrow points at what fails next when the system before it fails.', 'dim')],
	[span('The border network carries customers to the Region; nothing here leans on it.', 'dim')],
];

/** Where two columns do not fit: the spine, then those that suffer. */
function stacked(observation: Observation, ui: Ui, width: number): readonly Row[] {
	const rows = (nodes: readonly Node[]) =>
		nodes
			.filter(({name}) => passes(ui.filters.map, name))
			.map(each => nodeSpans(observation, each, width));
	return [
		[span('Each leans on the one above:', 'dim')],
		...rows(SPINE),
		[span('These suffer with them:', 'dim')],
		...rows([...SUFFERERS.values()].map(each => each.node)),
	];
}

const MARK_CELLS = 7;
const NAME_CELLS = 16;

function nodeSpans(
	observation: Observation,
	{name, metrics, says}: Node,
	width: number,
): readonly Span[] {
	const mark = MARKS[verdictOf(observation, {name, metrics, says})];
	const nameCells = width >= 46 ? NAME_CELLS + 6 : width >= 36 ? NAME_CELLS + 3 : NAME_CELLS;
	return [
		span(`${mark.glyph} ${mark.word} `, mark.tone),
		span(`${left(name, nameCells)} `),
		span(
			right(valueOf(observation, metrics), width - MARK_CELLS - nameCells - 1 >= 8 ? 8 : 6),
			mark.tone,
		),
		...(width >= 46 ? [span(` ${says}`, 'dim')] : []),
		...lateness(observation, metrics, width),
	];
}

/** The first metric speaks, unless it is the age of one of several passes: then the oldest does. */
function valueOf(observation: Observation, metrics: readonly string[]): string {
	const readings = metrics.flatMap(id => readingOf(observation, id) ?? []);
	const [first] = readings;
	if (first === undefined) return 'no data';
	if (!first.id.startsWith('dns.planAge')) return measure(first.value, first.unit);
	const oldest = readings.reduce((most, {value}) => Math.max(most, value ?? -1), -1);
	return oldest < 0 ? 'no data' : measure(oldest, first.unit);
}

function lateness(
	observation: Observation,
	metrics: readonly string[],
	width: number,
): readonly Span[] {
	const reading = readingOf(observation, metrics[0] ?? '');
	if (reading === undefined || reading.value === null || width < 44) return [];
	const late = observation.now - reading.sampledAt;
	return late > STALE_SECONDS ? [span(`  ${age(late)} old`, 'warn')] : [];
}

const GRAVITY: readonly Verdict[] = ['unknown', 'ok', 'warn', 'bad'];

/** The gravest of what speaks for it: a system is as well as its worst sign. */
function verdictOf(observation: Observation, {metrics}: Node): Verdict {
	return metrics
		.map(id => verdictOn(readingOf(observation, id)))
		.reduce(
			(worst, each) => (GRAVITY.indexOf(each) > GRAVITY.indexOf(worst) ? each : worst),
			'unknown',
		);
}
