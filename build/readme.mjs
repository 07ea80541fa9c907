// The README as it is published: on the package's page and in node_modules there are no files beside it, so that
// what it links to is a page of the repository, as it was when this version was made.

const LINK = /(!?)\[((?:[^\][]|\[[^\][]*\])*)\]\(([^()\s]+)\)/g;

/** The text with every link into the repository made absolute. Throws where it links to what `exists` denies. */
export function publishedReadme(text, {repository, version}, exists) {
	return text.replaceAll(LINK, (whole, picture, words, target) => {
		if (/^(https:|#)/.test(target)) return whole;
		const [path, fragment] = target.split('#');
		if (!exists(path)) throw new Error(`README.md links to ${path}, which is not there`);
		const page = picture === '!' ? rawPage(repository, version) : `${repository}/blob/v${version}`;
		return `${picture}[${words}](${page}/${path}${fragment === undefined ? '' : `#${fragment}`})`;
	});
}

/** Where a picture is served as a picture. */
function rawPage(repository, version) {
	return `${repository.replace('https://github.com/', 'https://raw.githubusercontent.com/')}/v${version}`;
}
