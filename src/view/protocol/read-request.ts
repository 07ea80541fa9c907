import type * as z from 'zod/mini';
import {expectedWords} from '../../session/index.ts';
import {panelNamed} from '../../observe/index.ts';
import {clean} from '../say/clean.ts';
import {isRequestName, REQUESTS, type Request} from './requests.schema.ts';
import type {ProtocolProblem} from './protocol.types.ts';

export type ReadRequest =
	| {readonly ok: true; readonly request: Request}
	| {readonly ok: false; readonly id: string | number | null; readonly problem: ProtocolProblem};

const ID_LENGTH_MAX = 64;
const ISSUES_MAX = 5;

/** Reads one line as a request. What is wrong is said with its place and what was expected. */
export function readRequest(line: string): ReadRequest {
	const value = jsonOf(line);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return wrong(null, 'The line is not a JSON object.', []);
	}
	const fields: {id?: unknown; do?: unknown} = value;
	const id = idOf(fields.id);
	if (!isRequestName(fields.do)) {
		return wrong(id, '“do” names no request.', Object.keys(REQUESTS));
	}
	const parsed = REQUESTS[fields.do].safeParse(value, {reportInput: true});
	if (parsed.success) return {ok: true, request: parsed.data};
	return wrong(id, malformed(fields.do, parsed.error.issues), []);
}

/** What is wrong with something that was asked, each with its place. */
export function malformed(name: string, issues: readonly z.core.$ZodIssue[]): string {
	const faults = issues.slice(0, ISSUES_MAX).map(issue => {
		const place = issue.path.map(String).join('.');
		const words = expectedWords(issue);
		return place === '' ? words : `“${place}”: ${words}`;
	});
	return `${name} is malformed. ${faults.join('; ')}`;
}

/** The id to answer with, where one can be made out. */
function idOf(id: unknown): string | number | null {
	if (typeof id === 'number' && Number.isSafeInteger(id)) return id;
	return typeof id === 'string' && id.length <= ID_LENGTH_MAX ? id : null;
}

function jsonOf(line: string): unknown {
	try {
		return JSON.parse(line, (key, value: unknown) => {
			if (typeof value !== 'string') return value;
			return (key === 'panel' && panelNamed(value)) || clean(value);
		});
	} catch {
		return undefined;
	}
}

function wrong(
	id: string | number | null,
	message: string,
	suggestions: readonly string[],
): ReadRequest {
	return {ok: false, id, problem: {message, suggestions}};
}
