// Everything that is looked at without being run, several at a time: what each says comes out in one piece.
import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import console from 'node:console';
import {availableParallelism} from 'node:os';

/** The longest first. Lint takes as long as all else together: it goes in two parts, one for each of two cores. */
const CHECKS = ['lint:src', 'lint:rest', 'types', 'format:check', 'boundaries', 'unused', 'build'];

const waiting = [...CHECKS];
const failed = [];
await Promise.all(Array.from({length: Math.min(CHECKS.length, availableParallelism())}, work));
if (failed.length > 0) {
	console.error(`Not as it should be: ${failed.join(', ')}.`);
	process.exitCode = 1;
}

async function work() {
	for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
		const {code, said} = await run(name);
		if (said !== '') process.stdout.write(said.endsWith('\n') ? said : `${said}\n`);
		if (code !== 0) failed.push(name);
	}
}

function run(name) {
	const child = spawn('npm', ['run', '-s', name], {shell: process.platform === 'win32'});
	const said = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => said.push(piece));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', code => resolve({code, said: Buffer.concat(said).toString()}));
	});
}
