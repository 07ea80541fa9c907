import type {Fault} from '../../sim/index.ts';
import {WHEN_AND_WHERE, type FaultFile} from '../fault.schema.ts';
import {cleanText} from '../text/index.ts';
import type {InjectFile} from './inject.schema.ts';
import type {Inject, InjectDeed} from './inject.types.ts';

const MINUTES = 10;
const COLLEAGUE = 'colleague';

/** The palette of a level that is written well; what an inject says that it does not do is an objection by then. */
export function injectsOf(files: readonly InjectFile[]): readonly Inject[] {
	return files.flatMap(file => {
		const deed = deedOf(file);
		return deed === undefined ? [] : [{id: file.id, what: cleanText(file.what), deed}];
	});
}

function deedOf({fault, dark, minutes, writes, order, from}: InjectFile): InjectDeed | undefined {
	if (fault !== undefined) return {does: 'strike', to: fault.to, fault: struckBy(fault)};
	if (dark !== undefined) return {does: 'darken', panel: dark, minutes: minutes ?? MINUTES};
	if (writes !== undefined) {
		const {role} = writes;
		return {does: 'write', role, from: cleanText(writes.from), words: cleanText(writes.words)};
	}
	if (order === undefined) return undefined;
	return {does: 'order', from: cleanText(from ?? COLLEAGUE), words: order.trim()};
}

/** What is left of a fault without its when and where: the schema holds it to the blanks of its row. */
export function struckBy(fault: FaultFile): Fault {
	const blanks = Object.entries(fault).filter(([key]) => !WHEN_AND_WHERE.includes(key));
	return Object.fromEntries(blanks) as Fault;
}
