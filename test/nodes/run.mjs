// `npm run test:nodes`: the same bundle on every Node that it supports, with the same hashes and scores. Downloads the
// Nodes it lacks from the npm registry, once, into .nodes/; with `-- --here` only the Node that runs it is asked.
import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {npm} from '../../build/npm.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/outage-oncall.mjs');
const GOLDEN = join(ROOT, 'saves/golden');
const MAJORS = process.argv.includes('--here') ? [majorHere()] : [20, 22, 24, 26];

function majorHere() {
	return Number(process.versions.node.split('.')[0]);
}

/** The path of a Node of this major version. */
function nodeOf(major) {
	if (process.versions.node.startsWith(`${String(major)}.`)) return process.execPath;
	const folder = join(ROOT, '.nodes', String(major));
	const onWindows = process.platform === 'win32';
	const name = `node-${onWindows ? 'win' : process.platform}-${process.arch}`;
	const binary = join(folder, 'node_modules', name, 'bin', onWindows ? 'node.exe' : 'node');
	if (!existsSync(binary)) {
		mkdirSync(folder, {recursive: true});
		writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
		const words = [
			'install',
			'--no-save',
			'--no-audit',
			'--no-fund',
			'--ignore-scripts',
			'--silent',
		];
		npm([...words, `${name}@${String(major)}`], {cwd: folder, stdio: 'inherit'});
	}
	return binary;
}

function goldenJournals() {
	if (!existsSync(GOLDEN)) return [];
	return readdirSync(GOLDEN, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile() && entry.name.endsWith('.jsonl'))
		.map(entry => join(entry.parentPath, entry.name))
		.sort();
}

/** Runs the program and returns what it says of the run, in a few words. */
function ask(node, words) {
	const {status, stdout, stderr} = spawnSync(node, [PROGRAM, ...words], {encoding: 'utf8'});
	if (status !== 0) return `exit ${String(status)}: ${stderr.trim().split('\n')[0]}`;
	if (!words.includes('--json')) return stdout.trim();
	if (words[0] === 'score') return scoreIn(JSON.parse(stdout));
	const {hash, ticks, harm, verified} = JSON.parse(stdout);
	const proof = verified === undefined ? '' : verified === true ? ', verified' : ', NOT verified';
	return `${hash} at ${String(ticks)}, harm ${harm.total.toFixed(6)}${proof}`;
}

/** Points of each axis, and all that stands behind them in sixteen digits. */
function scoreIn(score) {
	const points = score.axes.map(axis => `${axis.id} ${String(axis.points ?? '-')}`);
	const digits = createHash('sha256').update(JSON.stringify(score)).digest('hex').slice(0, 16);
	return `${digits}: ${points.join(', ')}`;
}

const questions = [
	['--version'],
	['run', 'october-20', '--json'],
	...goldenJournals().map(path => ['replay', path, '--verify', '--json']),
	...goldenJournals().map(path => ['score', path, '--json']),
];
const nodes = MAJORS.map(major => ({major, path: nodeOf(major)}));
for (const {major, path} of nodes) {
	const version = execFileSync(path, ['--version'], {encoding: 'utf8'}).trim();
	process.stdout.write(`Node ${String(major)} is ${version}\n`);
}
let same = true;
for (const words of questions) {
	process.stdout.write(`\n${words.join(' ').replace(`${ROOT}/`, '')}\n`);
	const answers = nodes.map(({major, path}) => ({major, answer: ask(path, words)}));
	for (const {major, answer} of answers) process.stdout.write(`\t${String(major)}\t${answer}\n`);
	const agree = answers.every(({answer}) => answer === answers[0].answer);
	const good = agree && !/^exit |NOT verified/.test(answers[0].answer);
	if (!good) process.stdout.write(`\t${agree ? 'not as it should be' : 'they differ'}\n`);
	same &&= good;
}
process.stdout.write(same ? '\nAll equal.\n' : '\nNot equal.\n');
process.exitCode = same ? 0 : 1;
