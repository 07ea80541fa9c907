import path from 'node:path';
import {cleanText} from '../level/index.ts';
import {levelJsonSchema} from '../level/file/index.ts';
import {codeOf, writeFolder} from '../saves/disk/index.ts';
import {diskTrouble, shownPath} from '../saves/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {ownLevels} from './levels-folder.ts';
import {idFrom, starterLevel} from './starter-level.ts';
import {print} from './terminal-text.ts';

const OPTIONS = {in: {type: 'string'}} as const;
const SCHEMA = 'level.schema.json';
/** Names that no folder can have on Windows. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** `levels new NAME`: a level of one's own to start from, which passes the check as it stands. */
export function levelsNewCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['NAME'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [name = ''] = parsed.positionals;
	const id = idFrom(name);
	if (id === '') {
		return badInput(`“${cleanText(name).slice(0, 60)}” has no letter or digit to make a name of.`);
	}
	if (DEVICE.test(id)) return badInput(`“${id}” is a device to Windows: choose another name.`);
	if (ownLevels().includes(id)) {
		return badInput(`“${id}” is one of the game's own levels: choose another name.`);
	}
	const folder = path.join(parsed.values.in ?? '.', id);
	const trouble = written(folder, starterLevel(id));
	if (trouble !== undefined) return badInput(trouble);
	const shown = shownPath(folder);
	print(`${shown} is made: level.yaml, two texts and four players. It passes the check.`);
	print(`  outage-oncall levels check ${shown}    after each change`);
	print(`  outage-oncall play ${shown}`);
	return EXIT.done;
}

/** Writes a new folder, or says why not. What is there already is never touched. */
function written(folder: string, files: Readonly<Record<string, string>>): string | undefined {
	try {
		const schema = `${JSON.stringify(levelJsonSchema(), null, '\t')}\n`;
		writeFolder(folder, {...files, [SCHEMA]: schema});
		return undefined;
	} catch (error) {
		return codeOf(error) === 'EEXIST'
			? `${shownPath(folder)} exists already, and is left as it is.`
			: `${shownPath(folder)} cannot be made: ${diskTrouble(error)}.`;
	}
}
