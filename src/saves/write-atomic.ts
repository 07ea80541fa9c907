import fs from 'node:fs';

/** Writes the whole file or leaves the old one: a full disk is an error here, and never half a file. */
export function writeAtomic(file: string, content: string | Uint8Array): void {
	const draft = `${file}.${String(process.pid)}.tmp`;
	try {
		const fd = fs.openSync(draft, 'w', 0o600);
		try {
			fs.writeFileSync(fd, content);
			fs.fsyncSync(fd);
		} finally {
			fs.closeSync(fd);
		}
		fs.renameSync(draft, file);
	} catch (error) {
		fs.rmSync(draft, {force: true});
		throw error;
	}
}
