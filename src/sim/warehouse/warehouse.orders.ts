import {
	done,
	pauseRow,
	resumeRow,
	setPaused,
	weighPause,
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

export const WAREHOUSE_ORDERS = {
	'pause-warehouse': pauseRow('redshift-replacement', {
		seconds: WAREHOUSE_PARAMETERS.holdSeconds.value,
		team: 'redshift',
		what: 'holds the replacement of Redshift nodes: nothing begins, nothing queued goes on',
		risk: 'Nodes that really failed wait too; clusters stuck already stay stuck.',
		touches: 'the replacement of Redshift nodes',
	}),
	'resume-warehouse': resumeRow('redshift-replacement', {
		seconds: WAREHOUSE_PARAMETERS.holdSeconds.value,
		team: 'redshift',
		what: 'lets the replacement of Redshift nodes go on',
		risk: 'While launches fail, each replacement that begins is a cluster lost.',
		touches: 'Redshift clusters of customers, whose nodes are replaced',
		danger: 'While launches fail, each cluster that it begins with is lost.',
	}),
} as const satisfies OrderTable;

/** Judges an order to Redshift as it is given. */
export function weighWarehouse(
	warehouse: Warehouse,
	order: Order,
	{parameters}: Conditions<WarehouseParameters>,
): Acceptance | Refusal {
	const pausing = order.id === 'pause-warehouse';
	return weighPause(warehouse.automations[0]!, pausing, parameters.holdSeconds);
}

/** Carries an order to Redshift out, at the end of its time. */
export function carryOutWarehouse(
	warehouse: Warehouse,
	order: Order,
	by: string,
	_conditions: Conditions<WarehouseParameters>,
	beat: Beat,
): Result {
	const pausing = order.id === 'pause-warehouse';
	setPaused(warehouse.automations[0]!, pausing, by, beat);
	const stuck = String(warehouse.output.clustersStuck);
	return done(
		pausing
			? `Node replacement is held with ${stuck} clusters stuck.`
			: 'Node replacement goes on.',
	);
}
