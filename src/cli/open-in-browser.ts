import {spawn} from 'node:child_process';
import {complain} from './terminal-text.ts';

/** Asks the system to show a page of our own; where it cannot, the address has been printed. */
export function openInBrowser(page: string): void {
	const [program, ...words] = openerOn(process.platform);
	const child = spawn(program, [...words, page], {stdio: 'ignore', detached: true});
	child.once('error', () => {
		complain('No browser could be opened: open the address yourself.');
	});
	child.unref();
}

function openerOn(platform: NodeJS.Platform): readonly [string, ...string[]] {
	switch (platform) {
		case 'darwin':
			return ['open'];
		case 'win32':
			return ['cmd', '/c', 'start', ''];
		default:
			return ['xdg-open'];
	}
}
