/** Where a cluster is reached, and as whom. */
export type ClusterAddress = {
	readonly servers: readonly string[];
	readonly user: string | undefined;
	readonly password: string | undefined;
	readonly isSecure: boolean;
};

const PORT = '4222';
const SCHEMES = ['nats:', 'tls:'];
const EXPECTED =
	'--nats expects the addresses of a cluster, such as nats://10.0.0.1:4222,nats://10.0.0.2:4222.';

/** Reads `URL[,URL…]`; a sentence where that is none. Names and passwords are the same for all. */
export function readCluster(text: string): ClusterAddress | string {
	const urls = text.split(',').map(each => urlFrom(each.trim()));
	const [first] = urls;
	const whole = urls.filter(url => url !== undefined);
	if (first === undefined || whole.length < urls.length) return EXPECTED;
	const {username, password, protocol} = first;
	if (whole.some(url => url.protocol !== protocol)) {
		return '--nats expects addresses that all begin with nats:, or all with tls:.';
	}
	return {
		servers: whole.map(({hostname, port}) => `${hostname}:${port === '' ? PORT : port}`),
		user: username === '' ? undefined : decodeURIComponent(username),
		password: password === '' ? undefined : decodeURIComponent(password),
		isSecure: protocol === 'tls:',
	};
}

function urlFrom(text: string): URL | undefined {
	const whole = text.includes('://') ? text : `nats://${text}`;
	const url = URL.canParse(whole) ? new URL(whole) : undefined;
	const isOne = url !== undefined && SCHEMES.includes(url.protocol) && url.hostname !== '';
	return isOne && ['', '/'].includes(url.pathname) && isDecodable(url) ? url : undefined;
}

function isDecodable({username, password}: URL): boolean {
	try {
		decodeURIComponent(`${username}${password}`);
		return true;
	} catch {
		return false;
	}
}
