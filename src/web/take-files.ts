import {readShelf, type Sitting} from '../play/index.ts';
import type {TabHouse} from './house/index.ts';
import type {Page} from './page/index.ts';

/** Journals come in by being dropped anywhere on the page. */
export function takeFiles(house: TabHouse, sitting: Sitting, page: Page): void {
	addEventListener('dragover', event => {
		event.preventDefault();
	});
	addEventListener('drop', event => {
		event.preventDefault();
		void takenIn([...(event.dataTransfer?.files ?? [])], house, sitting, page);
	});
}

async function takenIn(
	files: readonly File[],
	{journals}: TabHouse,
	sitting: Sitting,
	page: Page,
): Promise<void> {
	for (const file of files) {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const {said} = await journals.takeIn({name: file.name, bytes});
		page.say(said);
		const {data} = await readShelf(sitting.house, sitting.desk);
		sitting.menu?.renew(data, said);
		page.refresh();
	}
}
