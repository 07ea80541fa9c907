import {execFileSync} from 'node:child_process';

/** How npm is started. On Windows it is a script, which Node starts through the shell only, with words quoted for it. */
export function npmCommand(words, platform = process.platform) {
	if (platform !== 'win32') return {file: 'npm', words, options: {}};
	return {file: 'npm.cmd', words: words.map(quoted), options: {shell: true}};
}

/** Runs npm to its end and returns what it prints; throws where it fails. */
export function npm(words, options) {
	const command = npmCommand(words);
	return execFileSync(command.file, command.words, {
		encoding: 'utf8',
		...options,
		...command.options,
	});
}

function quoted(word) {
	if (/["%!]/.test(word)) throw new Error(`“${word}” cannot be quoted for the shell of Windows.`);
	return /^[\w.:=@/\\-]+$/.test(word) ? word : `"${word}"`;
}
