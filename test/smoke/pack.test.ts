import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {buildPart} from '../support/build-part.ts';
import {inScratch, ROOT} from '../support/tree.ts';

const {npm} = await buildPart<{npm: (words: readonly string[], options: object) => string}>(
	'npm.mjs',
);

type Manifest = {
	readonly dependencies?: object;
	readonly scripts: object;
	readonly devDependencies: object;
};

/** What a fresh clone after `npm ci` holds, as far as packing needs it. */
function cloneInto(folder: string): void {
	for (const name of [
		'package.json',
		'package-lock.json',
		'LICENSE',
		'CHANGELOG.md',
		'tsconfig.json',
		'src',
		'levels',
		'docs',
		'build',
	]) {
		cpSync(join(ROOT, name), join(folder, name), {recursive: true});
	}
	symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

function manifestIn(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function run(file: string, words: readonly string[], cwd: string): void {
	execFileSync(file, [...words], {cwd, stdio: 'pipe'});
}

test('npm pack yields a package without runtime dependencies and leaves package.json as it was', async () => {
	await inScratch(folder => {
		cloneInto(folder);
		const before = readFileSync(join(folder, 'package.json'), 'utf8');
		npm(['pack'], {cwd: folder, stdio: 'pipe'});
		expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(before);
		const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))!;
		run('tar', ['-xzf', tarball], folder);
		const packed = join(folder, 'package');
		expect(manifestIn(packed)).not.toHaveProperty('dependencies');
		expect(readdirSync(packed).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'dist', 'package.json']);
		const shipped = readdirSync(join(packed, 'dist')).filter(
			name => !/^part-\w+\.mjs$/u.test(name),
		);
		expect(shipped.sort()).toEqual([
			'THIRD_PARTY.txt',
			'lessons',
			'levels',
			'outage-oncall.1',
			'outage-oncall.mjs',
			'runbooks',
			'sbom.cdx.json',
			'site',
		]);
	});
});

test('a pack killed half way leaves a manifest that still works, and the next build puts it right', async () => {
	await inScratch(folder => {
		cloneInto(folder);
		const before = readFileSync(join(folder, 'package.json'), 'utf8');
		run('node', ['build/manifest.mjs', 'publish'], folder); // And here npm is killed.
		const whole = JSON.parse(before) as Manifest;
		expect(manifestIn(folder)).toEqual({
			...whole,
			dependencies: undefined,
			devDependencies: {...whole.dependencies, ...whole.devDependencies},
		});
		run('node', ['build/manifest.mjs', 'publish'], folder); // A second pack does not lose the first's copy.
		run('node', ['build/bundle.mjs', '--quiet'], folder);
		expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(before);
		expect(existsSync(join(folder, 'package.json.kept'))).toBe(false);
	});
});

test('the build fails when Ink no longer reads as its patch expects', async () => {
	await inScratch(folder => {
		cloneInto(folder);
		const patch = join(folder, 'build/ink-caches.mjs');
		const text = readFileSync(patch, 'utf8');
		writeFileSync(patch, text.replace('caches = new OutputCaches();', 'caches = anotherInk();'));
		expect(() => run('node', ['build/bundle.mjs'], folder)).toThrow(
			/ink\/build\/output\.js no longer says/,
		);
		expect(existsSync(join(folder, 'dist/outage-oncall.mjs'))).toBe(false);
	});
});
