/** What can be picked in the menu, before a run and after it. Runs are named by their place in the list that the menu was given. */
export type Choice =
	| {readonly do: 'play' | 'daily'; readonly level: string}
	| {readonly do: 'seed'; readonly level: string; readonly seed: string}
	| {
			readonly do:
				| ('go-on' | 'retry' | 'debrief' | 'watch' | 'score' | 'compare')
				| ('share' | 'save' | 'link');
			readonly run: number;
	  }
	| {readonly do: 'from'; readonly run: number; readonly time: string}
	| {readonly do: 'commit'; readonly run: number; readonly text: string}
	/** `take`: a journal comes in as a file. */
	| {readonly do: 'begin' | 'resume' | 'back' | 'review' | 'take'}
	/** Something that is to be different, as it was typed. */
	| {readonly do: 'change'; readonly words: string}
	| {readonly do: 'set'; readonly name: string; readonly value: string};

/** A choice as the words in which a program hands it to the shell. */
export function choiceWords(choice: Choice): string {
	switch (choice.do) {
		case 'play':
		case 'daily':
			return `${choice.do} ${choice.level}`;
		case 'seed':
			return `seed ${choice.level} ${choice.seed}`;
		case 'go-on':
		case 'retry':
		case 'debrief':
		case 'watch':
		case 'score':
		case 'compare':
		case 'share':
		case 'save':
		case 'link':
			return `${choice.do} ${String(choice.run)}`;
		case 'from':
			return `from ${String(choice.run)} ${choice.time}`;
		case 'commit':
			return `commit ${String(choice.run)} ${choice.text}`;
		case 'begin':
		case 'resume':
		case 'back':
		case 'review':
		case 'take':
			return choice.do;
		case 'change':
			return `change ${choice.words}`;
		case 'set':
			return `set ${choice.name} ${choice.value}`;
	}
}

/** The other way round; undefined for words that no menu says. */
export function parseChoice(words: string): Choice | undefined {
	const [verb = '', first = '', ...rest] = words.split(' ');
	const last = rest.join(' ');
	switch (verb) {
		case 'play':
		case 'daily':
			return {do: verb, level: first};
		case 'seed':
			return {do: verb, level: first, seed: last};
		case 'go-on':
		case 'retry':
		case 'debrief':
		case 'watch':
		case 'score':
		case 'compare':
		case 'share':
		case 'save':
		case 'link':
			return isPlace(first) ? {do: verb, run: Number(first)} : undefined;
		case 'from':
			return isPlace(first) ? {do: verb, run: Number(first), time: last} : undefined;
		case 'commit':
			return isPlace(first) ? {do: verb, run: Number(first), text: last} : undefined;
		case 'begin':
		case 'resume':
		case 'back':
		case 'review':
		case 'take':
			return {do: verb};
		case 'change':
			return {do: verb, words: `${first} ${last}`.trim()};
		case 'set':
			return {do: verb, name: first, value: last};
		default:
			return undefined;
	}
}

function isPlace(word: string): boolean {
	return /^\d+$/u.test(word);
}
