import {ORDERS, type OrderSpec} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {blankWords} from './blank-words.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {print, printJson} from './terminal-text.ts';

const WIDTH = 96;

/** `orders`: the whole grammar, verb by verb, with an example of each. */
export function ordersCommand(words: readonly string[]): Exit {
	const options = {json: {type: 'boolean'}} as const;
	const parsed = parseArguments(words, options, {positionals: ['VERB'], optional: 1});
	if (!parsed.ok) return badInput(parsed.message);
	const [only] = parsed.positionals;
	const byVerb = new Map<string, OrderSpec[]>();
	for (const spec of Object.values(ORDERS)) {
		const verb = spec.example.split(' ', 1)[0] ?? '';
		byVerb.set(verb, [...(byVerb.get(verb) ?? []), spec]);
	}
	const verbs = [...byVerb.keys()].filter(verb => only === undefined || verb === only);
	if (verbs.length === 0) {
		return badInput(
			`No command starts with “${(only ?? '').slice(0, 60)}”. Verbs: ${[...byVerb.keys()].join(', ')}.`,
		);
	}
	if (parsed.values.json === true) {
		printJson({
			orders: verbs
				.sort()
				.flatMap(verb => byVerb.get(verb) ?? [])
				.map(asData),
		});
		return EXIT.done;
	}
	for (const verb of verbs.sort()) {
		print(`${verb.toUpperCase()}\n`);
		for (const spec of byVerb.get(verb) ?? []) print(`${entry(spec)}\n`);
	}
	return EXIT.done;
}

function asData({forms, what, seconds, team, needs, touches, risk, danger, example}: OrderSpec) {
	return {
		...{forms, what, seconds, team, signedIn: needs === 'tools', touches: touches ?? null},
		...{risk, danger: danger ?? null, example},
	};
}

function entry(spec: OrderSpec): string {
	const who = spec.team === null ? '' : `, needs ${spec.team} on the call`;
	const tools = spec.needs === 'tools' ? ', needs a signed-in operator' : '';
	const lines = [
		...spec.forms.map(form => `  ${form}`),
		...wrapped(`${sentence(spec.what)} Takes ${duration(spec.seconds)}${who}${tools}.`),
		...(spec.touches === undefined ? [] : wrapped(`Touches ${spec.touches}.`)),
		...(spec.risk === '' ? [] : wrapped(`Risk: ${sentence(spec.risk)}`)),
		...(spec.danger === undefined ? [] : wrapped(`It asks first: ${sentence(spec.danger)}`)),
		...Object.entries(spec.blanks).flatMap(([name, blank]) =>
			wrapped(`<${name}>: ${blankWords(blank)}`),
		),
		`      example: ${spec.example}`,
	];
	return lines.join('\n');
}

function duration(seconds: number): string {
	if (seconds < 120) return `${String(seconds)} s`;
	return seconds % 60 === 0 ? `${String(seconds / 60)} min` : `${(seconds / 60).toFixed(1)} min`;
}

function sentence(text: string): string {
	const capital = text.slice(0, 1).toUpperCase() + text.slice(1);
	return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function wrapped(text: string): readonly string[] {
	const lines: string[] = [];
	let line = '     ';
	for (const word of text.split(' ')) {
		if (line.length + 1 + word.length > WIDTH && line.trim() !== '') {
			lines.push(line);
			line = '       ';
		}
		line += ` ${word}`;
	}
	return [...lines, line];
}
