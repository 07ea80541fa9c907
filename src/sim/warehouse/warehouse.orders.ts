import {
	done,
	refuse,
	unreachable,
	type Acceptance,
	type Beat,
	type Conditions,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {WAREHOUSE_PARAMETERS, type WarehouseParameters} from './warehouse.parameters.ts';
import type {Warehouse} from './warehouse.types.ts';

const AUTOMATION = {kind: 'word', words: ['redshift-replacement']} as const;

export const WAREHOUSE_ORDERS = {
	'pause-warehouse': {
		forms: ['pause <automation>'],
		blanks: {automation: AUTOMATION},
		kind: 'do',
		seconds: WAREHOUSE_PARAMETERS.holdSeconds.value,
		team: 'redshift',
		needs: 'tools',
		what: 'holds the replacement of Redshift nodes: nothing begins, nothing queued goes on',
		risk: 'Nodes that really failed wait too; clusters stuck already stay stuck.',
		example: 'pause redshift-replacement',
	},
	'resume-warehouse': {
		forms: ['resume <automation>'],
		blanks: {automation: AUTOMATION},
		kind: 'do',
		seconds: WAREHOUSE_PARAMETERS.holdSeconds.value,
		team: 'redshift',
		needs: 'tools',
		what: 'lets the replacement of Redshift nodes go on',
		risk: 'While launches fail, each replacement that begins is a cluster lost.',
		example: 'resume redshift-replacement',
	},
} as const satisfies OrderTable;

type WarehouseOrderId = keyof typeof WAREHOUSE_ORDERS;

/** Judges an order to Redshift as it is given. */
export function weighWarehouse(
	warehouse: Warehouse,
	order: Order,
	{parameters}: Conditions<WarehouseParameters>,
): Acceptance | Refusal {
	const id = order.id as WarehouseOrderId;
	const {paused} = warehouse.automations[0]!;
	switch (id) {
		case 'pause-warehouse':
			return paused
				? refuse('already-paused', 'redshift-replacement is paused')
				: {ok: true, seconds: parameters.holdSeconds};
		case 'resume-warehouse':
			return paused
				? {ok: true, seconds: parameters.holdSeconds}
				: refuse('already-running', 'redshift-replacement is running');
		default:
			return unreachable(id);
	}
}

/** Carries an order to Redshift out, at the end of its time. */
export function carryOutWarehouse(
	warehouse: Warehouse,
	order: Order,
	by: string,
	_conditions: Conditions<WarehouseParameters>,
	beat: Beat,
): Result {
	const replacement = warehouse.automations[0]!;
	const id = order.id as WarehouseOrderId;
	replacement.since = beat.now;
	switch (id) {
		case 'pause-warehouse':
			replacement.paused = true;
			replacement.by = by;
			return done(
				`Node replacement is held with ${String(warehouse.output.clustersStuck)} clusters stuck.`,
			);
		case 'resume-warehouse':
			replacement.paused = false;
			replacement.by = null;
			return done('Node replacement goes on.');
		default:
			return unreachable(id);
	}
}
