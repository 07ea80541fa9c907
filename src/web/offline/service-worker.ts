/** Every file of the site with its hash, and a word that changes when one of them does; the build writes both. */
declare const SITE: {
	readonly files: readonly {readonly path: string; readonly integrity: string}[];
	readonly version: string;
};

/** What a service worker hears; the types of a page do not know it. */
type Heard = {
	readonly request: Request;
	waitUntil(work: Promise<unknown>): void;
	respondWith(answer: Promise<Response>): void;
};
declare const self: {
	readonly registration: {readonly scope: string};
	readonly clients: {claim(): Promise<void>};
	addEventListener(type: string, hear: (event: Heard) => void): void;
};

/** Two sites of one host lie in one storage, and neither clears away what the other keeps. */
const PREFIX = `outage-oncall site ${self.registration.scope} `;
const CACHE = PREFIX + SITE.version;

/**
 * A site is fetched whole, and stays what it is until no tab shows it any more: files of two versions never meet. A
 * host that is half way through an update has files of both, which are not taken.
 */
self.addEventListener('install', event => {
	const fresh = SITE.files.map(
		({path, integrity}) => new Request(path, {cache: 'no-cache', integrity}),
	);
	event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(fresh)));
});

/** The tab of the first visit loads most of its parts later, and is served too. */
self.addEventListener('activate', event => {
	event.waitUntil(Promise.all([clearOthers(), self.clients.claim()]));
});

async function clearOthers(): Promise<void> {
	const names = await caches.keys();
	const others = names.filter(name => name.startsWith(PREFIX) && name !== CACHE);
	await Promise.all(others.map(name => caches.delete(name)));
}

self.addEventListener('fetch', event => {
	if (event.request.method !== 'GET') return;
	event.respondWith(
		caches
			.open(CACHE)
			.then(cache => cache.match(event.request, {ignoreSearch: true}))
			.then(kept => kept ?? fetch(event.request)),
	);
});
