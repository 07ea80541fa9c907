import type {Hands} from '../play/index.ts';
import type {TabHouse} from './house/index.ts';
import {linkTo} from './link.ts';

/** How runs leave the page and come in. */
export function handsOf(house: TabHouse): Hands {
	const {journals} = house;
	return {
		async save(file) {
			const text = await journals.text(file);
			if (text === undefined) return 'There is no such run here any more.';
			const address = URL.createObjectURL(new Blob([text], {type: 'application/jsonl'}));
			const anchor = document.createElement('a');
			anchor.href = address;
			anchor.download = file;
			anchor.click();
			setTimeout(() => {
				URL.revokeObjectURL(address);
			}, REVOKE_MS);
			return `${file} is in your browser’s downloads.`;
		},
		async take() {
			const files = await pickedFiles();
			return files.length === 0 ? '' : takeIn(files, house);
		},
		async link(file) {
			const {title, text, link} = await linkTo(file, house);
			return link === null ? {title, text} : {title, text: await copied(link, text)};
		},
	};
}

/** Keeps files as journals; a sentence says what came of them. */
export async function takeIn(files: readonly File[], {journals}: TabHouse): Promise<string> {
	const said: string[] = [];
	for (const file of files) said.push((await journals.takeIn(file)).said);
	return said.join(' ');
}

/** Long enough for any browser to begin. */
const REVOKE_MS = 60_000;

function pickedFiles(): Promise<readonly File[]> {
	return new Promise(resolve => {
		const picker = document.createElement('input');
		picker.type = 'file';
		picker.multiple = true;
		picker.accept = '.jsonl';
		picker.addEventListener('change', () => {
			resolve([...(picker.files ?? [])]);
		});
		picker.addEventListener('cancel', () => {
			resolve([]);
		});
		picker.click();
	});
}

async function copied(link: string, text: string): Promise<string> {
	try {
		await navigator.clipboard.writeText(link);
		return `${text}\n\nIt has been copied.`;
	} catch {
		return text; // It can be marked and copied by hand.
	}
}
