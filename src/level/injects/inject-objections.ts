import {wordsLike} from '../likeness.ts';
import type {Vocabulary} from '../level.types.ts';
import type {Objection} from '../objection.types.ts';
import type {InjectFile} from './inject.schema.ts';

const DEEDS = ['fault', 'dark', 'writes', 'order'] as const;

/** Injects that do nothing or several things at once, and names that nothing has. */
export function wrongInjects(
	files: readonly InjectFile[],
	{panels, order: read}: Vocabulary,
): readonly Objection[] {
	return files.flatMap((file, index) => {
		const at = (key: string, message: string, suggestions: readonly string[] = []): Objection => ({
			path: ['injects', index, ...(key === '' ? [] : [key])],
			message,
			suggestions,
		});
		const {fault, dark, minutes, order, from} = file;
		const found: Objection[] = [];
		const done = DEEDS.filter(key => file[key] !== undefined);
		if (done.length !== 1)
			found.push(at(done[1] ?? '', `an inject has one of ${DEEDS.join(', ')}`));
		for (const key of ['at', 'when', 'for', 'again'] as const) {
			if (fault?.[key] === undefined) continue;
			const struck = 'it is struck when it is given: a plan of the session says when';
			found.push({...at('', struck), path: ['injects', index, 'fault', key]});
		}
		if (dark !== undefined && !panels.includes(dark)) {
			const expected = `no panel is called “${dark}”: expected ${panels.join(', ')}`;
			found.push(at('dark', expected, wordsLike(dark, panels)));
		}
		if (minutes !== undefined && dark === undefined) {
			found.push(at('minutes', '`minutes` goes with `dark`'));
		}
		if (from !== undefined && order === undefined) {
			found.push(at('from', '`from` goes with `order`'));
		}
		const given = order === undefined ? undefined : read(order);
		if (given?.ok === false) found.push(at('order', given.message, given.suggestions));
		return found;
	});
}
