import {transform} from 'esbuild';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const OPTIONS = {
	format: 'esm',
	platform: 'node',
	target: 'node20',
	jsx: 'automatic',
	sourcemap: 'inline',
	tsconfigRaw: {compilerOptions: {verbatimModuleSyntax: true}},
};

/** A load hook of Node's: takes the types off, and changes nothing else. */
export async function load(url, context, nextLoad) {
	const extension = /^file:[^?]*\.(tsx?)(?:\?|$)/.exec(url)?.[1];
	if (extension === undefined) return nextLoad(url, context);
	const sourcefile = fileURLToPath(url);
	const source = await readFile(sourcefile, 'utf8');
	const {code} = await transform(source, {...OPTIONS, loader: extension, sourcefile});
	return {format: 'module', source: code, shortCircuit: true};
}
