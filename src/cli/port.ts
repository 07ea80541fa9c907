const PORT_MAX = 65_535;

/** The port that was asked for, or the usual one; a sentence where it is none. */
export function portFrom(asked: string | undefined, usual: number): number | string {
	const port = asked === undefined ? usual : Number(asked);
	const isPort = Number.isInteger(port) && port >= 0 && port <= PORT_MAX && asked !== '';
	return isPort ? port : `--port expects a number from 0 to ${String(PORT_MAX)}; 0 takes any.`;
}

/** Why nothing can be heard there, as a sentence that begins with where. */
export function whyNoPort(
	where: string,
	port: number,
	{code, message}: NodeJS.ErrnoException,
): string {
	if (code === 'EADDRINUSE') {
		return `Port ${String(port)} is taken: --port N takes another, --port 0 any that is free.`;
	}
	return `Cannot listen on ${where}: ${message}.`;
}
