import {blankWords} from '../../src/cli/blank-words.ts';
import {
	ORDERS,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	type OrderSpec,
	type SubsystemName,
} from '../../src/session/index.ts';
import {CONSOLE_WORDS, type WordSpec} from '../../src/view/do/words.ts';
import {heading, row, sentence, WRITTEN} from './pretty.ts';

const TITLES: Readonly<Record<SubsystemName, string>> = {
	border: 'Border network',
	dns: 'DNS of DynamoDB',
	resolvers: 'Resolvers',
	dynamodb: 'DynamoDB',
	identity: 'Signing in',
	dwfm: 'DWFM and its droplets',
	launches: 'EC2 launches',
	network: 'Network Manager',
	nlb: 'Load balancers',
	lambda: 'Lambda',
	containers: 'ECS, EKS, Fargate',
	connect: 'Connect',
	redshift: 'Redshift',
	support: 'Support',
	telemetry: 'Monitoring',
	dependents: 'Services',
	incidentCall: 'The call, alerts and customers',
	customer: 'A company in the Region',
};

/** docs/orders.md, from the tables that parser, help and completion read. */
export function ordersPage(): string {
	const own = new Set(SUBSYSTEM_NAMES.flatMap(part => Object.keys(SUBSYSTEMS[part].orders)));
	const looks = Object.entries(ORDERS).filter(([id]) => !own.has(id));
	return [
		'# Commands',
		'',
		WRITTEN,
		'',
		'A command is a verb, a target and a value, typed at the command line (`:`), found in the palette (`a`), or sent as a',
		'line. It takes the time shown here from Enter to its effect, and it may be refused, with a reason. Inspections',
		'change nothing. A command that *asks first* wants its target typed and a capital Y, unless `confirm off` is set.',
		'`outage-oncall orders VERB` prints the same.',
		'',
		'## Inspecting',
		'',
		...looks.flatMap(([, spec]) => entry(spec)),
		...SUBSYSTEM_NAMES.flatMap(part => {
			const specs = Object.values(SUBSYSTEMS[part].orders);
			return specs.length === 0 ? [] : [`## ${TITLES[part]}`, '', ...specs.flatMap(entry)];
		}),
		'## Console words',
		'',
		'These act on the console, not on the Region.',
		'',
		...heading('word', 'what it does', 'screen', '`--plain`', 'protocol'),
		...wordRows(),
		'',
	].join('\n');
}

function entry(spec: OrderSpec): readonly string[] {
	const {forms, what, seconds, otherwise, team, needs, touches, risk, danger, blanks, example} =
		spec;
	const times = `${duration(seconds)}${otherwise === undefined ? '' : `, ${otherwise}`}`;
	const wants = [
		...(team === null ? [] : [`${team} on the call`]),
		...(needs === 'tools' ? ['a signed-in operator'] : []),
	];
	return [
		`### ${forms.map(form => `\`${form}\``).join(' or ')}`,
		'',
		`${sentence(what)} Takes ${times}${wants.length === 0 ? '' : `; needs ${wants.join(' and ')}`}.`,
		'',
		...(touches === undefined ? [] : [`- **Touches** ${touches}.`]),
		...(risk === '' ? [] : [`- **Risk**: ${sentence(risk)}`]),
		...(danger === undefined ? [] : [`- **Asks first**: ${sentence(danger)}`]),
		...Object.entries(blanks).map(([name, blank]) => `- \`<${name}>\`: ${blankWords(blank)}`),
		`- Example: \`${example}\``,
		'',
	];
}

function wordRows(): readonly string[] {
	return Object.values<WordSpec>(CONSOLE_WORDS).map(({forms, what, faces}) =>
		row(
			forms.map(form => `\`${form}\``).join(' '),
			sentence(what),
			faces.includes('screen') ? 'yes' : '',
			faces.includes('plain') ? 'yes' : '',
			faces.includes('protocol') ? 'yes' : '',
		),
	);
}

function duration(seconds: number): string {
	if (seconds < 120) return `${String(seconds)} s`;
	return `${String(Math.round(seconds / 6) / 10)} min`;
}
