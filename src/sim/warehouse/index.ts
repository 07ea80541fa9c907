import {
	QUERIES_EVENTS,
	queriesMachine,
	REPLACEMENTS_EVENTS,
	replacementsMachine,
} from './warehouse.machine.ts';

export {carryOutWarehouse, WAREHOUSE_ORDERS, weighWarehouse} from './warehouse.orders.ts';
export {WAREHOUSE_PARAMETERS, type WarehouseParameters} from './warehouse.parameters.ts';
export {createWarehouse, deliverWarehouse, stepWarehouse} from './warehouse.step.ts';
export type {Warehouse, WarehouseInputs, WarehouseOutputs} from './warehouse.types.ts';

export const WAREHOUSE_CHARTS = {
	queries: {machine: queriesMachine, events: QUERIES_EVENTS},
	replacements: {machine: replacementsMachine, events: REPLACEMENTS_EVENTS},
};
