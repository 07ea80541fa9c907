import {readShelf, type Sitting} from '../play/index.ts';
import {takeIn} from './hands.ts';
import type {TabHouse} from './house/index.ts';
import type {Page} from './page/index.ts';

/** Journals come in by being dropped anywhere on the page. */
export function takeFiles(house: TabHouse, sitting: Sitting, page: Page): void {
	addEventListener('dragover', event => {
		event.preventDefault();
	});
	addEventListener('drop', event => {
		event.preventDefault();
		void dropped([...(event.dataTransfer?.files ?? [])], house, sitting, page);
	});
}

async function dropped(
	files: readonly File[],
	house: TabHouse,
	sitting: Sitting,
	page: Page,
): Promise<void> {
	if (files.length === 0) return;
	const said = await takeIn(files, house);
	page.say(said);
	sitting.shelf = await readShelf(house, sitting.desk);
	sitting.menu?.renew(sitting.shelf.data, said);
	page.refresh();
}
