import {Ajv, type AnySchemaObject} from 'ajv';
import addFormats from 'ajv-formats';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {PROGRAM} from '../cli/outage.ts';
import {ROOT} from '../support/tree.ts';

type Component = {
	readonly 'bom-ref': string;
	readonly group?: string;
	readonly name: string;
	readonly version: string;
};
type Bill = {
	readonly metadata: {readonly component: Component};
	readonly components: readonly Component[];
	readonly dependencies: readonly {readonly ref: string; readonly dependsOn: readonly string[]}[];
};

const SCHEMAS = join(ROOT, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const DIST = dirname(PROGRAM);
let text: string;
let licences: string;

const bill = () => JSON.parse(text) as Bill;
const schema = (name: string) =>
	JSON.parse(
		readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8'),
	) as AnySchemaObject;

beforeAll(() => {
	text = readFileSync(join(DIST, 'sbom.cdx.json'), 'utf8');
	licences = readFileSync(join(DIST, 'THIRD_PARTY.txt'), 'utf8');
});

test('the bill of materials is CycloneDX 1.6', () => {
	const ajv = new Ajv({strict: false, allErrors: true});
	addFormats.default(ajv);
	ajv.addFormat('iri-reference', true);
	ajv.addFormat('idn-email', true);
	const valid = ajv
		.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
		.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
		.compile(schema('bom-1.6'));
	expect(valid(bill()), JSON.stringify(valid.errors)).toBe(true);
	const wrong = {
		...bill(),
		components: [{type: 'library', name: 'x', licenses: [{license: {id: 'none'}}]}],
	};
	expect(valid(wrong)).toBe(false);
});

test('it lists what is bundled and nothing else, each with what it needs of the others', () => {
	const listed = bill().components.map(
		({group, name, version}) => `${group === undefined ? '' : `${group}/`}${name} ${version}`,
	);
	const licensed = [...licences.matchAll(/^-{80}\n\n(\S+ \S+) \(/gmu)].map(([, name]) => name);
	expect(listed.sort()).toEqual(licensed.sort());
	expect(listed.length).toBeGreaterThan(20);
	expect(listed).toContain('ink 8.0.0');

	const refs = [bill().metadata.component, ...bill().components].map(each => each['bom-ref']);
	expect(new Set(refs).size).toBe(refs.length);
	expect(bill().dependencies.map(({ref}) => ref)).toEqual(refs);
	const [program, ...others] = bill().dependencies;
	expect(program?.dependsOn).toContain('pkg:npm/ink@8.0.0');
	// Nothing is bundled that nobody asked for.
	const needed = new Set([program!, ...others].flatMap(({dependsOn}) => dependsOn));
	expect(refs.slice(1).filter(ref => !needed.has(ref))).toEqual([]);
});

test('it names no time and no place, and the lock file names no host', () => {
	expect(text).not.toMatch(/timestamp|\/tmp\/|\/home\//u);
	expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});
