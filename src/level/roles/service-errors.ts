/** What each service on the Health Dashboard fails with, as its own canary has it: named as a metric is. */
export const SERVICE_ERRORS = 'services.errors';
