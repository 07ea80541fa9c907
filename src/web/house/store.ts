import {createStore, type UseStore} from 'idb-keyval';

/** A store of the browser's own database. Where the browser refuses one, whoever would use it is told. */
export function storeIn(database: string, store: string): UseStore {
	const within = createStore(database, store);
	// Some browsers throw where others reject.
	return async (mode, work) => within(mode, work);
}
