/** Every file of the site, and a word that changes when one of them does; the build writes both. */
declare const SITE: {readonly files: readonly string[]; readonly version: string};

/** What a service worker hears; the types of a page do not know it. */
type Heard = {
	readonly request: Request;
	waitUntil(work: Promise<unknown>): void;
	respondWith(answer: Promise<Response>): void;
};
declare const self: {
	addEventListener(type: string, hear: (event: Heard) => void): void;
};

const PREFIX = 'outage-oncall site ';
const CACHE = PREFIX + SITE.version;

/** A site is fetched whole, and stays what it is until no tab shows it any more: files of two versions never meet. */
self.addEventListener('install', event => {
	const fresh = SITE.files.map(file => new Request(file, {cache: 'no-cache'}));
	event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(fresh)));
});

self.addEventListener('activate', event => {
	event.waitUntil(
		caches
			.keys()
			.then(names =>
				Promise.all(
					names
						.filter(name => name.startsWith(PREFIX) && name !== CACHE)
						.map(name => caches.delete(name)),
				),
			),
	);
});

self.addEventListener('fetch', event => {
	if (event.request.method !== 'GET') return;
	event.respondWith(
		caches
			.open(CACHE)
			.then(cache => cache.match(event.request, {ignoreSearch: true}))
			.then(kept => kept ?? fetch(event.request)),
	);
});
