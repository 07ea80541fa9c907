/** What stands against a release, a sentence each; a version may be tried before it has its tag and its date. */
export function objections({changed, tags, manifest, lock, changelog}, {publish}) {
	const {version} = manifest;
	const locked = [lock.version, lock.packages[''].version];
	const tag = `v${version}`;
	const entry = entryOf(changelog, version);
	return [
		[changed !== '', `Files differ from the last commit:\n${changed}`],
		[
			locked.some(each => each !== version),
			`package.json says ${version}, and package-lock.json ${locked.join(' and ')}.`,
		],
		[entry === undefined, `CHANGELOG.md has no entry for ${version}.`],
		[entry !== undefined && !/^- /m.test(entry.body), `CHANGELOG.md says nothing of ${version}.`],
		[
			publish && entry !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(entry.date),
			`CHANGELOG.md has no date for ${version}: “${entry?.date ?? ''}”.`,
		],
		[publish && !tags.includes(tag), `The last commit does not have the tag ${tag}.`],
	].flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}

/** The date and the text of a version's entry. */
function entryOf(changelog, version) {
	const sections = changelog.split(/^## /m).slice(1);
	const section = sections.find(each => each.startsWith(`[${version}]`));
	if (section === undefined) return undefined;
	const [heading = '', ...body] = section.split('\n');
	return {date: heading.replace(/^\[[^\]]*\] - /, ''), body: body.join('\n')};
}
