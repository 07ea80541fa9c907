import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ROOT} from './tree.ts';

/** A part of the build, which is JavaScript; its caller says what it has. Windows imports by address only. */
export async function buildPart<T>(name: string): Promise<T> {
	return (await import(pathToFileURL(join(ROOT, 'build', name)).href)) as T;
}
