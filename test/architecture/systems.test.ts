import {expect, test} from 'vitest';
import {ALERT_RULES} from '../../src/observe/alert-rules.ts';
import {METRICS, PANELS} from '../../src/observe/index.ts';
import {ORDERS, SUBSYSTEM_NAMES} from '../../src/sim/index.ts';
import {SYSTEM_NAMES, SYSTEMS, TEAMS} from '../../src/sim/kernel/index.ts';

// One list of systems, from which the others follow.

/** Subsystems that are no system of AWS's: services that hang on others, and the people on the call. */
const NO_SYSTEM = ['dependents', 'incidentCall'];

test('every subsystem is in the list, and each of the list is one', () => {
	const simulated = new Set(Object.values(SYSTEMS).map(({subsystem}) => subsystem));
	expect([...simulated, ...NO_SYSTEM].sort()).toEqual([...SUBSYSTEM_NAMES].sort());
});

test('every system is measured, and nothing else is', () => {
	const measured = new Set(METRICS.map(({id}) => id.split('.', 1)[0]));
	expect([...measured].sort()).toEqual([...SYSTEM_NAMES].sort());
});

test('every panel of a system is one', () => {
	const shown = Object.values(SYSTEMS).map(({panel}) => panel);
	expect(shown.filter(panel => !PANELS.includes(panel))).toEqual([]);
});

test('every group of alerts is that of a system, or of the services behind them', () => {
	const groups = new Set<string>(Object.values(SYSTEMS).map(({alerts}) => alerts));
	const used = new Set(ALERT_RULES.map(({group}) => group));
	expect([...used].sort()).toEqual([...groups, 'services'].sort());
});

test('every order is given to a team of the list, or to nobody in particular', () => {
	const asked = new Set(Object.values(ORDERS).flatMap(({team}) => team ?? []));
	expect([...asked].filter(team => !TEAMS.includes(team))).toEqual([]);
	expect(TEAMS).toEqual([
		'dynamodb',
		'ec2',
		'network',
		'nlb',
		'lambda',
		'identity',
		'redshift',
		'support',
		'connect',
	]);
});
