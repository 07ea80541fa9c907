import {expect, test} from 'vitest';
import {levelOf} from '../../test/support/level.builder.ts';
import {open} from '../session/index.ts';
import {HARM_PARTS} from './harm.ts';
import {SUBSYSTEM_NAMES} from './subsystems.ts';

/** Something that strikes each system that customers feel, and hardly another. */
const STRUCK: Readonly<Record<(typeof HARM_PARTS)[number]['id'], string>> = {
	dynamodb: 'to: dynamodb, type: lose-front-ends, share: 0.9',
	ec2: 'to: dwfm, type: break-leases, share: 0.9',
	nlb: 'to: nlb, type: kill-targets, share: 0.6',
	lambda: 'to: lambda, type: lose-lambda-cache, share: 1',
	containers: 'to: containers, type: task-placement-errors, share: 1',
	access: 'to: identity, type: sts-errors, share: 1',
	sqs: 'to: telemetry, type: sqs-errors, share: 1',
	cloudwatch: 'to: telemetry, type: lose-metrics, share: 1',
	support: 'to: support, type: account-metadata-errors, share: 1',
	connect: 'to: connect, type: contact-errors, share: 1',
	redshift: 'to: redshift, type: lapse-credentials, clusters: 1000',
	'global-tables': 'to: dns, type: lose-tree, endpoint: regional',
	border: 'to: border, type: packet-loss, share: 0.5, seconds: 3600',
	'our-requests': 'to: customer, type: lose-company-servers, share: 0.9',
	'our-jobs': 'to: dns, type: lose-tree, endpoint: regional',
	'our-data': 'to: dns, type: lose-tree, endpoint: regional',
	'our-silence': 'to: dns, type: lose-tree, endpoint: regional',
};

/** A company, half of whose sessions are at its standby. */
const GUEST = `cast: [${SUBSYSTEM_NAMES.join(', ')}]
prelude: {until: '02:01', orders: ['02:00:05 come back 50']}
goals: {win: {metric: harm.total, below: -1}, why: Never., atLimit: lost}
`;

/** Minutes of harm in an hour in which only that went wrong. */
function harmOf(fault: string | null): Readonly<Record<string, number>> {
	const faults = fault === null ? '[]' : `[{at: '02:02', ${fault}}]`;
	const level = levelOf(`
format: 1
id: struck
title: Struck
summary: An hour.
start: '02:00'
limit: '03:00'
seed: 1
faults: ${faults}
switches: []
parameters: {}
${GUEST}`);
	const session = open(level, {game: '0.2.0', node: 20, observed: false});
	session.advance(level.limit);
	return session.result().harm.parts;
}

const quiet = harmOf(null);

test.each(HARM_PARTS.map(({id}) => id))('%s weighs in harm', id => {
	expect(harmOf(STRUCK[id]!)[id]! - quiet[id]!).toBeGreaterThan(0.1);
});
