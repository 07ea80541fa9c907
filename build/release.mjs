// `npm run release`: everything that stands between a commit and a published version. It only tries, until it is told
// `-- --publish`; that is what .github/workflows/release.yml says, where npm can attest what the package was made from.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {bundleInto} from './bundle.mjs';
import {npm} from './npm.mjs';
import {kilobytesOf, packInto} from './pack.mjs';
import {objections} from './release-objections.mjs';
import {SBOM} from './sbom.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const SUMS = 'SHA256SUMS';

/** The state of the repository, as far as a release turns on it. */
function repository() {
	const git = (...words) => execFileSync('git', words, {cwd: ROOT, encoding: 'utf8'}).trim();
	const text = name => readFileSync(join(ROOT, name), 'utf8');
	return {
		changed: git('status', '--porcelain'),
		tags: git('tag', '--points-at', 'HEAD').split('\n'),
		manifest: JSON.parse(text('package.json')),
		lock: JSON.parse(text('package-lock.json')),
		changelog: text('CHANGELOG.md'),
	};
}

/** The tarball, the bill of materials beside it, and the sums of both. */
async function makeRelease() {
	const folder = join(ROOT, 'release');
	rmSync(join(ROOT, 'dist'), {recursive: true, force: true}); // What an older build left is not packed.
	await bundleInto(join(ROOT, 'dist'));
	const tarball = packInto(folder, join(ROOT, 'dist'));
	const bill = tarball.replace(/\.tgz$/, `.${SBOM}`);
	cpSync(join(folder, 'dist', SBOM), bill);
	const sums = [tarball, bill].map(file => `${sha256(file)}  ${basename(file)}\n`);
	writeFileSync(join(folder, SUMS), sums.join(''));
	return {tarball, bill, sums};
}

function sha256(file) {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function say(text) {
	process.stdout.write(`${text}\n`);
}

async function release({publish, untested}) {
	if (publish && untested)
		throw new Error('What is published has been tested: leave out --untested.');
	const against = objections(repository(), {publish});
	if (against.length > 0) throw new Error(against.join('\n'));
	if (untested) say('The tests were not run.');
	else npm(['test'], {cwd: ROOT, stdio: 'inherit'});
	const {tarball, sums} = await makeRelease();
	say(`${tarball} ${kilobytesOf(tarball)}\n${sums.join('')}`);
	npm(['publish', tarball, ...(publish ? [] : ['--dry-run'])], {cwd: ROOT, stdio: 'inherit'});
	say(publish ? 'Published.' : 'Nothing was published: `npm run release -- --publish` does.');
}

try {
	const options = {
		publish: {type: 'boolean', default: false},
		untested: {type: 'boolean', default: false},
	};
	await release(parseArgs({options}).values);
} catch (problem) {
	process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
	process.exitCode = 1;
}
