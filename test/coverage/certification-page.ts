import {ALERT_RULES, METRICS} from '../../src/observe/index.ts';
import {ORDERS, SUBSYSTEM_NAMES, SUBSYSTEMS, SWITCH_NAMES} from '../../src/session/index.ts';
import {allCharts} from '../charts/charts.ts';
import {heading, row} from '../docs/pretty.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {keptProofs} from '../levels/proofs.ts';
import {isOpen, ROWS, sums} from './coverage.ts';
import {isAsTold, MOMENTS, NIGHT, REPORTS, SOURCES, uncertaintyOf} from './customers-night.ts';
import {outputsUsed, switchesUsed, teamsUsed, type Used} from './levers.ts';
import {keptMeasures} from './measured.ts';

/** A milestone that is further off than this is a deviation. */
const TOLERANCE_MINUTES = 15;

/** docs/certification.md, in the manner of ANS-3.5: scope, validation, known deviations. */
export function certificationPage(): string {
	return [
		'# What this simulator is certified for, and by whom',
		'',
		'Written by `npm run docs` from the tables of the program and of its proofs; a test fails when this page is stale.',
		'',
		'Simulators on which the operators of nuclear plants are examined are held to ANSI/ANS-3.5, *Nuclear power plant simulators',
		'for use in operator training and examination*: their scope is declared, they are run against the record, and every known',
		'deviation is written down with what it means for training. This page does the same here. Nobody has certified it but its',
		'own tests, and no plant stands beside it: the record is what AWS and others have published ([canon](canon.md)).',
		'',
		'## Scope of simulation',
		'',
		...scope(),
		'',
		'## Validation against the record',
		'',
		...validation(),
		'',
		'## A company’s night beside four reports',
		'',
		...customersNight(),
		'',
		'## Scenarios',
		'',
		'Each level of the ladder is played by scripts over seeds: its lesson wins, all but the lesson does not, and doing nothing or',
		'harm does not. `npm run levels` plays them, and a test a few of them again.',
		'',
		...scenarios(),
		'',
		'## Verdicts',
		'',
		'That what a run is told does not turn on a number that nobody published: [what makes one true](verdicts.md), and',
		'`npm run verdicts`, which moves every assumed number at once by up to a tenth over two hundred samples.',
		'',
		'## Known deviations',
		'',
		...deviations(),
		'',
		'## What it must not be used for',
		'',
		'To say how AWS is built, to forecast an outage, to size a fleet, or to judge a person. Scores compare runs with runs of the same',
		'night, and nothing else.',
		'',
	].join('\n');
}

function scope(): readonly string[] {
	const parameters = SUBSYSTEM_NAMES.flatMap(part => Object.values(SUBSYSTEMS[part].parameters));
	const sources = [...new Set(parameters.map(({source}) => source))].sort();
	const faults = SUBSYSTEM_NAMES.flatMap(part => Object.keys(SUBSYSTEMS[part].faults));
	const doing = Object.values(ORDERS).filter(({kind}) => kind === 'do').length;
	return [
		...heading('what', 'how many', 'listed in'),
		row('subsystems', String(SUBSYSTEM_NAMES.length), '[the map](../ARCHITECTURE.md)'),
		row('modes, as charts', String(allCharts().length), '`docs/charts`'),
		row('malfunctions, and what mends them', String(faults.length), '[levels](levels.md)'),
		row('controls', String(doing), '[orders](orders.md)'),
		row('instruments', String(METRICS.length), '[panels](panels.md)'),
		row('alarms', String(ALERT_RULES.length), '[panels](panels.md)'),
		row('fixes made or proposed since', String(SWITCH_NAMES.length), '`outage-oncall model-card`'),
		...sources.map(source =>
			row(
				`numbers, ${source}`,
				String(parameters.filter(each => each.source === source).length),
				'`outage-oncall model-card`',
			),
		),
		'',
		`Of what the founding documents name, ${String(sums().whole)} of ${String(sums().rows)} rows are whole: [coverage](coverage.md).`,
	];
}

function validation(): readonly string[] {
	const {milestones} = keptMeasures();
	return [
		`The night with the day's own orders, beside the record. More than ${String(TOLERANCE_MINUTES)} minutes is a deviation. The later waves of STS, Lambda, Connect,`,
		'Support and containers are held to theirs by `test/physics/later-waves.test.ts`.',
		'',
		...heading('milestone', 'record', 'here', 'minutes', ''),
		...milestones.map(({what, real, came, minutes}) =>
			row(
				what,
				real,
				came ?? 'never',
				minutes === null ? '' : signed(minutes),
				minutes !== null && Math.abs(minutes) <= TOLERANCE_MINUTES ? 'met' : '**not met**',
			),
		),
	];
}

function signed(minutes: number): string {
	return minutes > 0 ? `+${String(minutes)}` : String(minutes);
}

function customersNight(): readonly string[] {
	const night = keptMeasures().customersNight;
	const links = Object.entries(SOURCES).map(([by, address]) => `[${by}](${address})`);
	return [
		`Of four companies the reports are public: ${links.join(', ')}. \`${NIGHT.id}\` is none of them: one company with the Region`,
		'as weather, which does what they report. A report is held to half of what its times are rounded to, and to two minutes',
		'where they are not; what it bounds on one side is held to that. Six numbers of the company were chosen for this night, and so',
		'were times of its orders that no report gives: that it was well again by then leans on when it let users back and ran its jobs.',
		'',
		...heading('report', 'tells', 'at', '', 'here', 'at', ''),
		...REPORTS.map(report =>
			row(
				...[report.by, report.tells, report.told, uncertaintyOf(report)],
				...[MOMENTS[report.moment].what, night[report.moment] ?? 'never'],
				isAsTold(report, night) ? 'within' : '**not within**',
			),
		),
	];
}

function scenarios(): readonly string[] {
	const proofs = keptProofs();
	return [
		...heading(
			'level',
			'seeds',
			'textbook wins',
			'all but the lesson wins',
			'nobody acting wins',
			'proven',
		),
		...ownLevels().flatMap(({id, title}) => {
			const proof = proofs[id];
			if (proof === undefined) return [];
			const won = (player: string) => {
				const rate = proof.rates.find(each => each.player === player);
				return rate === undefined ? '' : `${String(rate.won)} of ${String(rate.runs)}`;
			};
			return [
				row(
					title,
					String(proof.seeds),
					won('textbook'),
					won('all-but-the-lesson'),
					won('silent'),
					proof.proven ? 'yes' : '**no**',
				),
			];
		}),
	];
}

/** What is known to be otherwise than it was, or than it ought to be, each from its table. */
function deviations(): readonly string[] {
	const late = keptMeasures().milestones.filter(
		({minutes}) => minutes === null || Math.abs(minutes) > TOLERANCE_MINUTES,
	);
	const without = (used: readonly Used[]) =>
		used.filter(({by}) => by.length === 0).map(({name}) => `\`${name}\``);
	const lists = [
		['Teams that can be paged and for whom no level has an order', without(teamsUsed())],
		['Fixes that change no second of the night as it happened', without(switchesUsed())],
		[
			'Outputs of the model that nobody sees, and that count in no harm and no milestone',
			without(outputsUsed()),
		],
	] as const;
	return [
		...late.map(
			({what, real, came}) =>
				`- Off the record: ${what}, at ${came ?? 'no time'} and not at ${real}.`,
		),
		...ROWS.flatMap(each => {
			const {caused, lever} = each;
			return [caused, lever].flatMap(cell =>
				isOpen(cell) ? [`- ${each.name}: ${cell.open}.`] : [],
			);
		}),
		...lists.flatMap(([what, names]) =>
			names.length === 0 ? [] : [`- ${what}: ${names.join(', ')}.`],
		),
		'- No number is measured at AWS. Those called `assumed` were chosen so that the published times come out; within a tenth of',
		'  them the verdicts hold, beyond it nobody has looked.',
	];
}
