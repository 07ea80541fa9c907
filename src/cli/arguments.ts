import {parseArgs, type ParseArgsConfig} from 'node:util';
import {shownPath, STANDARD, whyNoFolder} from '../saves/disk/index.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export type Arguments<T extends Options> = {
	readonly values: ReturnType<typeof parseArgs<{options: T; allowPositionals: true}>>['values'];
	readonly positionals: readonly string[];
};

/** Options that name a folder to write into: it is there, or can be made. */
const FOLDERS = ['saves', 'in'];

/** The words of a command, or a sentence that says which of them is not understood. */
export function parseArguments<T extends Options>(
	words: readonly string[],
	options: T,
	limits: {readonly positionals: readonly string[]; readonly optional: number},
): ({readonly ok: true} & Arguments<T>) | {readonly ok: false; readonly message: string} {
	const known = Object.keys(options).map(name => `--${name}`);
	try {
		const {values, positionals} = parseArgs({
			args: [...words],
			options,
			allowPositionals: true,
			strict: true,
		});
		const {positionals: names, optional} = limits;
		if (positionals.length > names.length) {
			const extra = shorten(positionals[names.length] ?? '');
			return {ok: false, message: `“${extra}” is one word too many.`};
		}
		if (positionals.length < names.length - optional) {
			return {ok: false, message: `${names[positionals.length] ?? ''} is missing.`};
		}
		const fault = FOLDERS.map(name => folderFault(name, values)).find(each => each !== undefined);
		return fault === undefined ? {ok: true, values, positionals} : {ok: false, message: fault};
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		const [first = ''] = error.message.split('\n');
		const [sentence = ''] = first.split(/\. (?=To specify|Did you|Option)/);
		const stop = sentence.endsWith('.') ? '' : '.';
		const options = known.length === 0 ? '' : ` Options here: ${known.join(', ')}.`;
		return {ok: false, message: `${shorten(sentence, 200)}${stop}${options}`};
	}
}

function folderFault(name: string, values: object): string | undefined {
	const folder: unknown = Object.entries(values).find(([each]) => each === name)?.[1];
	if (typeof folder !== 'string') return undefined;
	if (folder === '') return `--${name} has no name: expected a folder.`;
	if (folder === STANDARD) return `--${name} expects a folder, not standard output.`;
	const why = whyNoFolder(folder);
	return why === undefined ? undefined : `${shownPath(folder)}: ${why}.`;
}

function shorten(text: string, lengthMax = 60): string {
	return text.length > lengthMax ? `${text.slice(0, lengthMax)}…` : text;
}
