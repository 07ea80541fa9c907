/** What the shell was told by whoever started it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether blocks and arrows can be shown. The first of these that is set decides, as in the C library. */
export function showsUnicode(env: Environment, platform: string): boolean {
	if (env['TERM'] === 'linux') return false;
	const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(
		value => value !== undefined && value !== '',
	);
	// Windows terminals and macOS set no locale and can; elsewhere no locale means C.
	if (locale === undefined) return platform === 'win32' || platform === 'darwin';
	return /utf-?8/iu.test(locale);
}
