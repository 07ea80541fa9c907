import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {bundledPackages} from './bundled-packages.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** The licence text of each package that has code in the bundle. Throws when one has none. */
export function thirdParty(metafile, root) {
	const sections = bundledPackages(metafile).map(folder => section(join(root, folder)));
	return [
		'The program bundles the packages below. Each is listed with its licence.\n',
		...new Set(sections.sort()), // One version may be installed in several places.
	].join(`\n${'-'.repeat(80)}\n\n`);
}

function section(folder) {
	const {name, version, license, author} = JSON.parse(
		readFileSync(join(folder, 'package.json'), 'utf8'),
	);
	const files = readdirSync(folder).filter(file => LICENCE_FILE.test(file));
	const texts = files.map(file => readFileSync(join(folder, file), 'utf8').trim());
	const fallback = join(import.meta.dirname, 'licences', `${name.replace('/', '-')}.txt`);
	if (texts.length === 0 && existsSync(fallback)) texts.push(readFileSync(fallback, 'utf8').trim());
	if (texts.length === 0) {
		throw new Error(`${name} ${version} (${license}) has no licence file: add ${fallback}`);
	}
	const by = typeof author === 'string' ? author : author?.name;
	return `${name} ${version} (${license})${by === undefined ? '' : `, ${by}`}\n\n${texts.join('\n\n')}\n`;
}
