import type {AnyStateMachine} from 'xstate';
import type {Chart} from './charts.ts';

/** A page with a chart drawn in Mermaid, as GitHub and most editors show it. */
export function pageOf({name, machine}: Chart): string {
	const lines = [...aliasesOf(machine), ...edgesOf(machine)].map(line => `\t${line}`);
	return [
		`# ${name}`,
		'',
		'Written by `npm run docs`.',
		'',
		'```mermaid',
		'stateDiagram-v2',
		`\t[*] --> ${idOf(machine.root.initial.target[0]!.key)}`,
		...lines,
		'```',
		'',
	].join('\n');
}

/** Where the page of a chart goes, from the root of the repository. */
export function pagePath({name}: Chart): string {
	return `docs/charts/${name.replace('/', '-')}.mmd.md`;
}

/** Mermaid's names have no hyphen; a state that has one is shown under its own name all the same. */
function idOf(key: string): string {
	return key.replaceAll('-', '_');
}

function aliasesOf(machine: AnyStateMachine): readonly string[] {
	const hyphened = Object.keys(machine.states).filter(key => key.includes('-'));
	return hyphened.map(key => `state "${key}" as ${idOf(key)}`);
}

function* edgesOf(machine: AnyStateMachine): Generator<string> {
	for (const state of [machine.root, ...Object.values(machine.states)]) {
		for (const transitions of state.transitions.values()) {
			for (const {target, eventType, guard, actions} of transitions) {
				const from = state === machine.root ? 'anywhere' : state.key;
				const to = target?.[0]?.key ?? from;
				const when = guard === undefined ? '' : ` [${nameOf(guard)}]`;
				const asks = actions.length === 0 ? '' : ` / ${actions.map(nameOf).join(', ')}`;
				yield `${idOf(from)} --> ${idOf(to)}: ${eventName(String(eventType))}${when}${asks}`;
			}
		}
	}
}

/** `xstate.after.graceEnds.droplets.coasting` is `after graceEnds`. */
function eventName(type: string): string {
	const delay = /^xstate\.after\.([^.]+)\./.exec(type)?.[1];
	return delay === undefined ? type : `after ${delay}`;
}

function nameOf(implementation: unknown): string {
	if (typeof implementation === 'string') return implementation;
	const {type} = implementation as {type?: string};
	return type ?? 'unnamed';
}
