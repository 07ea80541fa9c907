import path from 'node:path';
import {append, DISK, makeFolder, namesIn, readText} from '../saves/disk/index.ts';
import {sealWith, type Seal} from '../saves/index.ts';
import type {Job, Results} from './job.types.ts';

const ENDING = '.results';
/** What lies there is only a copy: of more than this, what was written to longest ago goes. */
const FILES_MAX = 200;

/**
 * Answers in a folder: a file a brief, a line an answer, added as it comes. A line counts only where its seal says that
 * this user's program wrote it for that very job; one that was cut off or damaged is as if it were not there.
 */
export function resultsIn(folder: string, state: string): Results {
	const seal = sealWith(state);
	const files = new Map<string, Map<string, string>>();
	const cutOff = new Set<string>();
	clear(folder);
	const linesOf = (file: string) => {
		const known = files.get(file);
		if (known !== undefined) return known;
		const read = readText(file);
		const text = read.ok ? read.text : '';
		if (text !== '' && !text.endsWith('\n')) cutOff.add(file);
		const lines = new Map(text.split('\n').flatMap(line => answerIn(line, seal)));
		files.set(file, lines);
		return lines;
	};
	return {
		read(job) {
			const answer = linesOf(fileOf(folder, job)).get(job.key);
			return answer === undefined ? undefined : (JSON.parse(answer) as unknown);
		},
		write(job, answer) {
			const file = fileOf(folder, job);
			const body = JSON.stringify(answer);
			const begin = cutOff.delete(file) ? '\n' : '';
			try {
				makeFolder(folder, 0o700);
				append(file, `${begin}${seal(job.key, body)} ${job.key} ${body}\n`, 0o600);
			} catch {
				// Without it the next sweep takes longer.
			}
		},
	};
}

/** Nothing is known, and nothing is kept. */
export const NO_RESULTS: Results = {read: () => undefined, write: () => undefined};

function fileOf(folder: string, {brief}: Job): string {
	return path.join(folder, `${brief.kind}-${brief.word.slice(0, 32)}${ENDING}`);
}

function answerIn(line: string, seal: Seal): readonly (readonly [string, string])[] {
	const [, sealed = '', key = '', body = ''] = /^(\S+) (\S+) (.*)$/u.exec(line) ?? [];
	return sealed !== '' && sealed === seal(key, body) ? [[key, body]] : [];
}

function clear(folder: string): void {
	try {
		const files = namesIn(folder)
			.filter(name => name.endsWith(ENDING))
			.map(name => path.join(folder, name))
			.map(file => ({file, at: DISK.statSync(file).mtimeMs}));
		files.sort((a, b) => b.at - a.at);
		for (const {file} of files.slice(FILES_MAX)) DISK.unlinkSync(file);
	} catch {
		// Somebody else is at it.
	}
}
