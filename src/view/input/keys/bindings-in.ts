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

/** The same in every mode of the console. */
export const INTERRUPT = {
	keys: ['ctrl-c'],
	help: 'stop at once (asks first)',
	fixed: true,
} as const;
