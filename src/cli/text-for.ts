import {textsToRead} from './texts-to-read.ts';

/** What somebody in the middle of a run asks to read, by its name; or what there is to ask for. */
export function textFor(
	topic: string,
	level: {readonly id: string; readonly title: string},
): {readonly title: string; readonly text: string} {
	// What lies behind the level stays sealed.
	const texts = textsToRead([level], []);
	const wanted = topic.toLowerCase();
	const found = texts.find(({id, title}) => id === wanted || title.toLowerCase().includes(wanted));
	if (topic !== '' && found !== undefined && found.sealed === null) return found;
	const rows = texts.map(({id, title, sealed}) => `- \`read ${id}\`: ${sealed ?? title}`);
	return {title: 'What there is to read', text: rows.join('\n')};
}
