import {
	ownKey,
	readJournal,
	ROLES,
	shownPath,
	signatureLine,
	takeUpRun,
	type OwnKey,
	type Role,
} from '../saves/index.ts';
import type {Level} from '../level/index.ts';
import {STANDARD} from '../saves/disk/index.ts';
import {isRunLink, whyRefused} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {ownPlaces} from './places.ts';
import {signaturesFor, signatureWords} from './signature-words.ts';
import {complain, print} from './terminal-text.ts';

const OPTIONS = {as: {type: 'string'}, level: {type: 'string'}} as const;

/** `sign FILE`: vouches for a run that ended and comes out as it says, with a key of one's own. */
export async function signCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {as = 'player', level} = parsed.values;
	const role = ROLES.find(each => each === as);
	if (role === undefined)
		return badInput(`--as is ${ROLES.join(' or ')}, not “${as.slice(0, 40)}”.`);
	if (isRunLink(file)) {
		return badInput(
			'`sign` signs a run in its own file, and a link has none: take the run over to have one.',
		);
	}
	if (file === STANDARD) return badInput('`sign` signs a run in its own file; “-” is none.');
	const own = ownKey(ownPlaces().state);
	if (!own.ok) return badInput(own.why);
	if (own.key === undefined) {
		return badInput('You have no key to sign with yet: `outage-oncall key new NAME` makes one.');
	}
	const read = readJournal(file);
	if (!read.ok) return badInput(read.message);
	const loaded = await levelOf(read.journal, level);
	if (!loaded.ok) return badInput(...loaded.sentences);
	return signed(file, own.key, role, loaded.level);
}

function signed(file: string, key: OwnKey, role: Role, level: Level): Exit {
	let said = '';
	const through = takeUpRun(
		file,
		read => {
			const {journal, text} = read;
			const refuse = (why: string) => ({ok: false, message: `${shownPath(file)}: ${why}`}) as const;
			if (!journal.ended) return refuse('only a run that has ended can be signed.');
			const options = {game: versionOf(packageRoot()), node: nodeMajor()};
			const refused = whyRefused(level, journal, options);
			if (refused !== null) return refuse(`${refused.problem.message} It is not signed.`);
			const there = signaturesFor(text, journal).find(
				each => each.as === 'yours' && each.role === role,
			);
			said = there === undefined ? '' : `${signatureWords(there)} Nothing to do.`;
			return {ok: true, session: signatureLine(text, journal, key, role)};
		},
		{onTrouble: complain},
	);
	if (!through.ok) return badInput(through.message);
	if (said === '') through.file.write(through.session);
	const lost = through.file.close();
	if (lost !== undefined) return badInput(lost);
	print(said === '' ? `${shownPath(file)}: signed as ${role} by “${key.name}”.` : said);
	return EXIT.done;
}
