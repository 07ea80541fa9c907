import {lastingFault} from '../kernel/index.ts';

export const METADATA_ERRORS = 'account-metadata-errors';

export const SUPPORT_FAULTS = lastingFault(METADATA_ERRORS, {
	what: 'that share of account look-ups of Support fails: Support fails over, as it did that night, and then turns away that share of customers',
	ends: 'account metadata of Support can be read',
});
