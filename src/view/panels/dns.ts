import type {Answer, Observation} from '../../observe/index.ts';
import {age} from '../measure.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, Row, Size} from '../screen.types.ts';
import {clean, left, span, spread} from '../text.ts';
import type {Ui} from '../ui.types.ts';

const SHORT: Readonly<Record<string, string>> = {
	'dynamodb.us-east-1.amazonaws.com': 'regional',
	'dynamodb.us-east-1.api.aws': 'dual-stack',
	'dynamodb-fips.us-east-1.amazonaws.com': 'fips',
};

/** What the last digs said, then what the DNS automation reports of itself. */
export function dnsPanel(observation: Observation, _ui: Ui, size: Size): Panel {
	const answers = observation.answers;
	const empty = answers.filter(isEmpty).length;
	return {
		title: 'DNS',
		note: empty === 0 ? '' : `${String(empty)} empty`,
		rows: [
			...(answers.length === 0
				? [[span('○ no dig yet; try  : dig regional', 'dim')]]
				: answers.slice(0, 10).map(answer => answerRow(answer, observation.now, size.columns))),
			...metricRows(observation, ['dns', 'resolvers'], size.columns),
		],
		anchor: 'top',
	};
}

/** NOERROR and nothing in it: the answer that looks like success. */
function isEmpty(answer: Answer): boolean {
	return answer.status === 'NOERROR' && answer.addresses.length === 0;
}

function answerRow(answer: Answer, now: number, width: number): Row {
	const wide = width >= 60;
	const name = clean(answer.name);
	const known = wide ? name : (SHORT[name] ?? name.replace('.ddb.us-east-1.api.aws', ' (account)'));
	const what = left(known, wide ? 38 : Math.max(8, width - 27));
	const addresses = answer.addresses.length;
	const sample = wide && width >= 84 ? answer.addresses.slice(0, 1).map(clean).join('') : '';
	const [mark, said, tone] = isEmpty(answer)
		? (['✗', 'ZERO addr', 'bad'] as const)
		: answer.status === 'SERVFAIL'
			? (['✗', 'SERVFAIL', 'bad'] as const)
			: (['●', `${String(addresses)} addr`, 'good'] as const);
	return spread(
		[
			span(`${mark} `, tone),
			span(`${what} ${left(answer.type, 4)} `),
			span(left(said, 10), tone),
			span(wide ? `${answer.status} TTL ${String(answer.ttlSeconds)}s ${sample}` : '', 'dim'),
		],
		[span(` ${age(now - answer.at)} ago`.padStart(8), 'dim')],
		width,
	);
}
