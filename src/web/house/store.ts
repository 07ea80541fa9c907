import {createStore, type UseStore} from 'idb-keyval';

/** A browser that takes longer may never: a page that was left while it opened its database holds it. */
const OPENS_MS = 3_000;

/** A store of the browser's own database. Where it is refused, or not opened, whoever would use it is told. */
export function storeIn(database: string, store: string): UseStore {
	const within = createStore(database, store);
	let isOpen = false;
	let opening: Promise<unknown> | undefined;

	// Some browsers throw where others reject.
	async function open(): Promise<void> {
		await within('readonly', () => undefined);
		isOpen = true;
	}

	function opened(): Promise<unknown> {
		const whenever = open();
		const again = () => {
			opening = undefined;
		};
		whenever.then(again, again);
		return Promise.race([whenever, tooLong()]);
	}

	return async (mode, work) => {
		if (!isOpen) await (opening ??= opened());
		return within(mode, work);
	};
}

function tooLong(): Promise<never> {
	return new Promise((_, reject) => {
		setTimeout(() => {
			reject(new Error('the browser does not open what it keeps for this page'));
		}, OPENS_MS);
	});
}
