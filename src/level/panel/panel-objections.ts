import type {Level} from '../level.types.ts';
import {wordsLike} from '../likeness.ts';
import type {Objection} from '../objection.types.ts';
import {optionsOf} from './options.ts';
import type {PanelFile} from './panel.schema.ts';

/** Another level, decisions and options that the level does not have, and what is ranked twice. */
export function objectionsToPanel(file: PanelFile, level: Level): readonly Objection[] {
	const ids = level.decisions.map(({id}) => id);
	const other =
		file.level === level.id
			? []
			: [objection(['level'], `it is for ${file.level}, and the level is ${level.id}`)];
	return [
		...other,
		...file.experts.flatMap(({ranks}, expert) =>
			ranks.flatMap(({decision, order}, row): readonly Objection[] => {
				const path = ['experts', expert, 'ranks', row];
				const found = level.decisions.find(({id}) => id === decision);
				if (found === undefined) {
					const message = `${level.id} has no decision “${decision}”: expected ${ids.join(', ') || 'none'}`;
					return [objection([...path, 'decision'], message, wordsLike(decision, ids))];
				}
				const twice = ranks.findIndex(each => each.decision === decision) < row;
				return [
					...(twice ? [objection([...path, 'decision'], `${decision} is ranked twice`)] : []),
					...orderObjections(order, optionsOf(found), [...path, 'order']),
				];
			}),
		),
	];
}

function orderObjections(
	order: readonly string[],
	options: readonly string[],
	path: Objection['path'],
): readonly Objection[] {
	return order.flatMap((option, place) => {
		const at = [...path, place];
		if (order.indexOf(option) < place) return [objection(at, `“${option}” is ranked twice`)];
		if (options.includes(option)) return [];
		const message = `“${option}” is no option: expected ${options.join(', ')}`;
		return [objection(at, message, wordsLike(option, options))];
	});
}

function objection(
	path: Objection['path'],
	message: string,
	suggestions: readonly string[] = [],
): Objection {
	return {path, message, suggestions};
}
