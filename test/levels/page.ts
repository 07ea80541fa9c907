import fs from 'node:fs';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {DIALS} from '../../src/level/dials/index.ts';
import {SUSPECTS, type Level} from '../../src/level/index.ts';
import {PROVING, VOCABULARY} from '../../src/session/index.ts';
import {
	MILESTONES,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	type AnySubsystem,
	type FaultBlank,
} from '../../src/sim/index.ts';
import {ROOT} from '../support/tree.ts';
import {CONDITIONS, KEYS} from './level-reference.ts';
import {ownLevels} from './own-levels.ts';
import {keptProofs, type KeptProof} from './proofs.ts';

/** The page about levels: what there is, how each is proven, and how one is written. */
export async function levelsPage(): Promise<Readonly<Record<string, string>>> {
	const levels = ownLevels();
	const proofs = keptProofs();
	const restoreInto: Readonly<Record<string, string>> = {
		LEVELS: table(
			['', 'level', 'kind', 'minutes', 'lesson'],
			levels.map(({id, ladder, kind, minutes, lesson}) => [
				ladder === null ? '' : `L${String(ladder)}`,
				`\`${id}\``,
				kind,
				minutes === null ? '' : String(minutes),
				lesson,
			]),
		),
		RATES: table(
			['level', 'seeds', ...PROVING, 'proven'],
			levels.map(level => ratesOf(level, proofs[level.id])),
		),
		KEYS: table(
			['key', 'what stands there'],
			Object.entries(KEYS).map(([key, what]) => [`\`${key}\``, what]),
		),
		CONDITIONS: table(
			['condition', 'is so'],
			Object.values(CONDITIONS).map(({example, what}) => [`\`${example}\``, what]),
		),
		DIALS: table(
			['dial', 'what it says'],
			Object.entries(DIALS).map(([dial, what]) => [dial, what]),
		),
		MEASURES: codes(VOCABULARY.metrics),
		MILESTONES: codes(MILESTONES.map(({id}) => id)),
		SUSPECTS: codes(Object.keys(SUSPECTS)),
		FAULTS: table(
			['to', 'type', 'blanks', 'what happens'],
			SUBSYSTEM_NAMES.flatMap(to => Object.entries(SUBSYSTEMS[to].faults).map(faultRow(to))),
		),
	};
	const template = fs.readFileSync(join(ROOT, 'test/levels/page.md'), 'utf8');
	const page = template.replace(/^([A-Z]+)$/gm, line => restoreInto[line] ?? line);
	return {'docs/levels.md': await pretty(page, join(ROOT, 'docs/levels.md'))};
}

function ratesOf(level: Level, proof: KeptProof | undefined): readonly string[] {
	const rate = (player: string) => {
		const found = proof?.rates.find(each => each.player === player);
		return found === undefined ? '' : `${String(Math.round((100 * found.won) / found.runs))} %`;
	};
	return [
		`\`${level.id}\``,
		proof === undefined ? '' : String(proof.seeds),
		...PROVING.map(rate),
		proof === undefined ? '' : proof.proven ? 'yes' : 'no',
	];
}

const WORDS_SHOWN_MAX = 6;

function faultRow(to: string) {
	return ([type, row]: [string, AnySubsystem['faults'][string]]): readonly string[] => {
		const blanks = Object.entries(row.blanks).map(([name, blank]) => {
			const may = row.optional.includes(name) ? ', may be left out' : '';
			return `\`${name}\` (${blankWords(blank)}${may})`;
		});
		const what = row.kind === 'recovery' ? `mends: ${row.what}` : row.what;
		return [`\`${to}\``, `\`${type}\``, blanks.join(', '), what];
	};
}

function blankWords(blank: FaultBlank): string {
	if (blank.kind !== 'word') {
		return `${String(blank.min)} to ${String(blank.max)} ${blank.unit}`;
	}
	const shown = blank.words.slice(0, WORDS_SHOWN_MAX).map(word => `\`${word}\``);
	return `${shown.join(', ')}${blank.words.length > WORDS_SHOWN_MAX ? ', ...' : ''}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map(cell => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function codes(names: readonly string[]): string {
	return names.map(name => `\`${name}\``).join(', ');
}

async function pretty(text: string, file: string): Promise<string> {
	return format(text, {...(await resolveConfig(file)), filepath: file});
}
