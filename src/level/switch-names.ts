import {SWITCH_NAMES, type Switch} from '../sim/index.ts';
import {wordsLike} from './likeness.ts';

/** Names of canon 6 whose kebab-case is not ours. */
const OTHER_NAMES: Readonly<Record<string, Switch>> = {
	cells: 'zonal-dns',
	'dwfm-no-ddb': 'dwfm-no-dynamodb',
	lifo: 'drop-expired',
	'nm-priority': 'network-priority',
	'nlb-velocity': 'nlb-velocity-control',
	'break-glass': 'regional-sts',
};

/** A switch as typed, `kebab-case` or the canon's `UPPER_SNAKE`, or what may have been meant. */
export function parseSwitch(
	typed: string,
):
	| {readonly ok: true; readonly name: Switch}
	| {readonly ok: false; readonly like: readonly string[]} {
	const kebab = typed.trim().toLowerCase().replaceAll('_', '-');
	const other = Object.hasOwn(OTHER_NAMES, kebab) ? OTHER_NAMES[kebab] : undefined;
	const name = other ?? SWITCH_NAMES.find(known => known === kebab);
	return name === undefined ? {ok: false, like: wordsLike(kebab, SWITCH_NAMES)} : {ok: true, name};
}
