// What esbuild has to be told of packages that were not written for one program on two platforms.
import {readFile} from 'node:fs/promises';
import {builtinModules} from 'node:module';
import {join, resolve} from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** CommonJS asks for Node's own modules with a require, and a module has none. */
export const nodesOwn = {
	name: 'nodes-own',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^[a-z:/_]+$/}, ({kind, path}) => {
			const name = path.replace(/^node:/, '');
			if (kind !== 'require-call' || !builtinModules.includes(name)) return undefined;
			return {path: name, namespace: 'nodes-own'};
		});
		onLoad({filter: /./, namespace: 'nodes-own'}, ({path}) => ({
			contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
		}));
	},
};

/** Levels come as data, and nobody reads YAML in a page: but esbuild is not told that yaml may be left out. */
export const yamlUnlessUsed = {
	name: 'yaml-unless-used',
	setup({onResolve}) {
		onResolve({filter: /^yaml$/}, () => ({
			path: join(ROOT, 'node_modules', 'yaml', 'browser', 'index.js'), // As modules: half the time to load.
			sideEffects: false,
		}));
	},
};

/** Else Yoga fetches its own data: URL, and Node loads its HTTP client for it. */
export const yogaWithoutFetch = {
	name: 'yoga-without-fetch',
	setup({onLoad}) {
		onLoad({filter: /yoga-layout[\\/]dist[\\/]binaries[\\/]/}, async ({path}) => ({
			contents: `const fetch = undefined;\n${await readFile(path, 'utf8')}`,
		}));
	},
};
