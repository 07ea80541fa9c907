import type {Observation} from '../../../observe/index.ts';
import type {Ui} from '../ui.types.ts';
import type {Binding, Mode} from './binding.types.ts';

type Rows = Readonly<Record<string, Omit<Binding, 'mode'>>>;
type InMode<M extends Mode, Table extends Rows> = {
	readonly [Id in keyof Table]: Table[Id] & {readonly mode: M};
};

/** What keys do in one mode. */
export function bindingsIn<M extends Mode, const Table extends Rows>(
	mode: M,
	rows: Table,
): InMode<M, Table> {
	const bindings = Object.entries(rows).map(([id, row]) => [id, {...row, mode}]);
	return Object.fromEntries(bindings) as InMode<M, Table>;
}

/** Why what is given to the Region cannot be given any more. */
export const whileItRuns = (_: Ui, observation: Observation) =>
	observation.ended === null ? null : 'The run has ended: {card} shows the card, {quit} leaves.';

/** The same in every mode of the console. */
export const INTERRUPT = {
	keys: ['ctrl-c'],
	help: 'stop at once (asks first)',
	fixed: true,
} as const;
