import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {bundledPackages} from './bundled-packages.mjs';

// What the bundle is made of, as CycloneDX 1.6. Nothing is asked of a network: which packages comes from esbuild, and
// what they are from the lock file. The same sources make the same bytes, so there is no time in it and no chance.

export const SBOM = 'sbom.cdx.json';

/** The bill of materials of a bundle, as the text of its file. Throws where the lock file lacks a package. */
export function sbomText(metafile, root) {
	const {name, version, license, description} = jsonIn(root, 'package.json');
	const locked = jsonIn(root, 'package-lock.json').packages;
	const folders = bundledPackages(metafile).map(placeInLock);
	const placesOf = placesByRef(folders, locked);
	const refs = [...placesOf.keys()].sort();
	const program = {
		type: 'application',
		'bom-ref': purlOf(name, version),
		name,
		version,
		description,
		licenses: licencesOf(license),
		purl: purlOf(name, version),
	};
	const bom = {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {component: program},
		components: refs.map(ref => componentOf(placesOf.get(ref)[0], locked)),
		dependencies: [
			{ref: program['bom-ref'], dependsOn: needsOf([''], folders, locked)},
			...refs.map(ref => ({ref, dependsOn: needsOf(placesOf.get(ref), folders, locked)})),
		],
	};
	const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(bom))}`;
	return `${JSON.stringify({$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', serialNumber, ...bom}, null, '\t')}\n`;
}

function componentOf(folder, locked) {
	const {version, integrity, license} = lockedAt(folder, locked);
	const whole = nameOf(folder);
	const [group, name] = whole.startsWith('@') ? whole.split('/') : [undefined, whole];
	return {
		type: 'library',
		'bom-ref': refOf(folder, locked),
		...(group === undefined ? {} : {group}),
		name,
		version,
		...(license === undefined ? {} : {licenses: licencesOf(license)}),
		hashes: hashesOf(integrity),
		purl: purlOf(whole, version),
	};
}

/** Where each package lies: one version may be installed in several places. */
function placesByRef(folders, locked) {
	const places = new Map();
	for (const folder of folders) {
		const ref = refOf(folder, locked);
		places.set(ref, [...(places.get(ref) ?? []), folder]);
	}
	return places;
}

/** What a package needs of that which is bundled, each found where Node would find it. */
function needsOf(places, folders, locked) {
	const needs = places.flatMap(from =>
		Object.keys(locked[from].dependencies ?? {}).flatMap(name => {
			const place = placesFrom(from, name).find(each => folders.includes(each));
			return place === undefined ? [] : [refOf(place, locked)];
		}),
	);
	return [...new Set(needs)].sort();
}

/** Places where Node looks for a package, nearest first. */
function placesFrom(folder, name) {
	const places = [];
	for (
		let from = folder;
		;
		from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))
	) {
		places.push(`${from}${from === '' ? '' : '/'}node_modules/${name}`);
		if (from === '') return places;
	}
}

/** The lock file names places from the root of the repository, wherever its node_modules lies. */
function placeInLock(folder) {
	return folder.slice(folder.indexOf('node_modules/'));
}

function lockedAt(folder, locked) {
	const entry = locked[folder];
	if (entry?.integrity === undefined) throw new Error(`package-lock.json does not have ${folder}`);
	return entry;
}

function nameOf(folder) {
	return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function refOf(folder, locked) {
	return purlOf(nameOf(folder), lockedAt(folder, locked).version);
}

/** A package URL; the @ of a scope is written as %40. */
function purlOf(name, version) {
	return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function licencesOf(license) {
	return /^[\w.+-]+$/.test(license) ? [{license: {id: license}}] : [{expression: license}];
}

/** `sha512-…` as npm writes it, in the hex that CycloneDX asks for. */
function hashesOf(integrity) {
	return integrity.split(' ').map(each => {
		const [algorithm, digest] = [
			each.slice(0, each.indexOf('-')),
			each.slice(each.indexOf('-') + 1),
		];
		const content = Buffer.from(digest, 'base64').toString('hex');
		return {alg: algorithm.replace('sha', 'SHA-'), content};
	});
}

/** A UUID of a text, of the version that is left to its maker. */
function uuidOf(text) {
	const hex = createHash('sha256').update(text).digest('hex');
	const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		variant + hex.slice(17, 20),
		hex.slice(20, 32),
	].join('-');
}

function jsonIn(root, name) {
	return JSON.parse(readFileSync(join(root, name), 'utf8'));
}
