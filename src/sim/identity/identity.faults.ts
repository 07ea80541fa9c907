import {lastingFault} from '../kernel/index.ts';

export const STS_ERRORS = 'sts-errors';
export const IAM_ERRORS = 'iam-errors';
export const SIGN_IN_ERRORS = 'sign-in-errors';

export const SIGN_IN_HOSTS_LOST = 'sign-in-hosts-lost';
export const IDENTITY_CENTER_ERRORS = 'identity-center-errors';

export const IDENTITY_FAULTS = {
	...lastingFault(STS_ERRORS, {
		what: 'that share of token requests to STS fails, beside those that fail anyway',
		ends: 'STS hands out tokens as usual',
	}),
	...lastingFault(IAM_ERRORS, {
		what: 'that share of calls to IAM fails, beside those that fail anyway',
		ends: 'IAM answers as usual',
	}),
	...lastingFault(SIGN_IN_ERRORS, {
		what: 'that share of console sign-ins fails, beside those that fail anyway',
		ends: 'people sign in to the console as usual',
	}),
	...lastingFault(SIGN_IN_HOSTS_LOST, {
		what: 'that share of the hosts that sign people in is out of service',
		ends: 'every host that signs people in is back',
	}),
	...lastingFault(IDENTITY_CENTER_ERRORS, {
		what: 'that share of sign-ins through Identity Center fails, whatever IAM does',
		ends: 'Identity Center signs people in as usual',
	}),
};
