import {none, row, type Part} from './coverage.types.ts';

const NO_LEVER_OF_ITS_OWN = none(
	'nobody at AWS steers it: it follows what it leans on, and the levers are those of that',
);

/** Systems that the founding documents name. */
export const SYSTEM_ROWS: Part = {
	title: 'Systems',
	rows: [
		row('DynamoDB, regional service', {
			caused: ['subsystem:dynamodb', 'chart:dynamodb/front-end', 'harm:dynamodb'],
			seen: ['metric:dynamodb.customerErrors', 'panel:others', 'alert:dynamodb-errors'],
			lever: ['order:evacuate-zone', 'order:pause-recycling'],
			level: ['level:october-20#evacuated', 'level:one-empty-answer#restored'],
			debrief: ['hit:dynamodb', 'text:levels/one-empty-answer/debrief.md#no request reached it'],
			tested: [
				'test:src/sim/dynamodb/dynamodb.test.ts#customers lose their connections over ten minutes',
			],
		}),
		row('DNS Planner', {
			caused: ['parameter:dns.planSeconds'],
			seen: ['metric:dns.newestPlan', 'look:show-plans'],
			lever: ['order:pause-dns', 'order:force-plan'],
			level: ['level:october-20#kind-robot', 'level:two-writers#kind-robot'],
			debrief: ['text:docs/lessons/control-loops.md#the newest plan, once', 'lesson:coordination'],
			tested: [
				'test:src/sim/dns/dns.test.ts#a paused Planner leaves DNS as it is; resumed, it goes on',
			],
		}),
		row('DNS Enactors: three, independent, one a zone', {
			caused: ['chart:dns/enactor', 'fault:slow-enactor'],
			seen: [
				'metric:dns.planAge.enactor-1',
				'metric:dns.lockLosses.enactor-1',
				'look:show-enactors',
			],
			lever: ['order:pause-dns', 'order:restart-enactors'],
			level: ['level:two-writers#stopped-first'],
			debrief: [
				'loop:enactors',
				'text:docs/lessons/coordination.md#had three Enactors, one a zone',
			],
			tested: [
				'test:src/sim/dns/dns.test.ts#a slow host falls behind, loses locks and publishes old plans',
			],
		}),
		row('Route 53: batch, alias, lock, zone', {
			caused: ['chart:dns/zone', 'parameter:dns.batchSeconds', 'parameter:dns.lockSeconds'],
			seen: ['look:show-zone', 'look:dig', 'metric:dns.answers.regional'],
			lever: [
				'order:repoint',
				'order:break-lock',
				'order:pin',
				'order:clean-zone',
				'order:rebuild-zone',
			],
			level: ['level:one-empty-answer#restored', 'level:one-empty-answer#handful-of-addresses'],
			debrief: ['text:levels/one-empty-answer/debrief.md#pinned by hand brought back a handful'],
			tested: ['test:src/sim/dns/dns.test.ts#without its rollback tree a zone can only be rebuilt'],
		}),
		row('Endpoints: regional, dual-stack, FIPS, account', {
			caused: [
				'parameter:resolvers.dualStackWeight',
				'parameter:resolvers.fipsWeight',
				'fault:lose-tree',
			],
			seen: ['metric:dns.answers.fips', 'metric:dns.answers.account', 'panel:dns'],
			lever: ['order:repoint', 'order:repoint-all'],
			level: ['level:other-names#every-name', 'level:other-names#all-back'],
			debrief: [
				'text:docs/lessons/always-degraded.md#dual-stack, FIPS and account names came from one automation',
			],
			tested: [
				'test:src/sim/dns/dns.test.ts#gives zero answers, account names with it, and the other names go on',
			],
		}),
		row('Hundreds of thousands of records; one shared regional plan (capacity)', {
			caused: ['parameter:dns.fullAnswers'],
			seen: [
				'look:show-plans',
				'source:src/observe/inspection-lines-dns.ts#endpoints of the Region',
			],
			lever: ['switch:zonal-dns'],
			level: ['level:other-names#one-plan'],
			debrief: ['text:docs/lessons/always-degraded.md#One plan fed all of DynamoDB'],
			tested: [
				'test:src/sim/resolvers/resolvers.test.ts#is one twentieth of the customers when the endpoint is split into cells',
			],
		}),
		row('Resolvers, caches, a quarter of an hour of negative TTL', {
			caused: ['chart:resolvers/cache', 'parameter:resolvers.negativeSeconds'],
			seen: ['metric:resolvers.customersEmpty', 'look:show-resolvers'],
			lever: ['order:flush', 'order:override'],
			level: ['level:one-empty-answer#restored'],
			debrief: ['loop:caches', 'text:levels/first-steps/debrief.md#Caches kept the empty answer'],
			tested: ['test:src/sim/resolvers/resolvers.test.ts#a flush helps once the name is back'],
		}),
		row('EC2 launches and API', {
			caused: ['subsystem:launches', 'chart:launches/throttle', 'harm:ec2'],
			seen: ['metric:ec2.successShare', 'panel:launches', 'alert:ec2-launches'],
			lever: ['order:throttle-launches', 'order:throttle-launches-off'],
			level: ['level:throttle-then-relax#flung-open'],
			debrief: [
				'hit:ec2',
				'text:levels/throttle-then-relax/debrief.md#A queue of launches is not gone when it is admitted',
			],
			tested: [
				'test:src/sim/launches/launches.test.ts#keeps its buckets when the extra throttle is lifted',
			],
		}),
		row('DWFM', {
			caused: ['subsystem:dwfm', 'chart:dwfm/fleet', 'chart:dwfm/host'],
			seen: ['metric:dwfm.goodputShare', 'panel:dwfm', 'look:show-hosts', 'look:show-curve'],
			lever: ['order:gate-dwfm', 'order:restart-dwfm-batch'],
			level: ['level:staged-restarts#gate-first', 'level:staged-restarts#waves'],
			debrief: ['loop:managers', 'text:levels/staged-restarts/debrief.md#congestive collapse'],
			tested: [
				'test:test/physics/droplets-table.test.ts#gate and throttle before the name returns',
			],
		}),
		row('Droplets and leases: a million held, hundreds broken, most lost', {
			caused: [
				'parameter:dwfm.dropletsPerHost',
				'parameter:dwfm.breaksPerSecond',
				'fault:break-leases',
			],
			seen: ['metric:dwfm.leasedShare', 'metric:dwfm.broken', 'look:show-leases'],
			lever: ['order:extend-leases', 'switch:lease-grace'],
			level: ['level:october-20#leases'],
			debrief: [
				'lesson:always-degraded',
				'text:docs/lessons/always-degraded.md#three to four decades',
			],
			tested: ['test:test/physics/droplets-conservation.test.ts#each droplet is counted once'],
		}),
		row('Network Manager', {
			caused: ['subsystem:network', 'chart:network/propagation'],
			seen: ['metric:network.latency', 'panel:network', 'alert:network-inflow'],
			lever: ['order:prioritise-network', 'order:boost-network', 'order:coalesce-network'],
			level: ['level:network-backlog#below-capacity'],
			debrief: ['hit:network', 'text:levels/network-backlog/debrief.md#metastable'],
			tested: [
				'test:src/sim/network/network.test.ts#drains when less comes in, however deep it was',
			],
		}),
		row('NLB, its health checks, failover of zones', {
			caused: ['subsystem:nlb', 'chart:nlb/checker', 'chart:nlb/failover'],
			seen: ['metric:nlb.zonesOut', 'panel:nlb', 'alert:nlb-zones'],
			lever: ['order:pause-nlb-failover', 'order:hold-registration'],
			level: ['level:false-health-signal#net-out'],
			debrief: [
				'loop:failover',
				'text:levels/false-health-signal/debrief.md#right about its signal and wrong about the world',
			],
			tested: [
				'test:src/sim/nlb/nlb.test.ts#have their capacity back minutes after failover is paused',
			],
		}),
		row('Lambda: invocations, creation, capacity lost to NLB', {
			caused: ['subsystem:lambda', 'chart:lambda/scale-in', 'harm:lambda'],
			seen: [
				'metric:lambda.errors',
				'metric:lambda.createErrors',
				'alert:lambda-errors',
				'look:show-lambda',
			],
			lever: ['order:throttle-pollers', 'order:throttle-async', 'order:pause-functions'],
			level: ['level:lambda-pollers#calls-first'],
			debrief: [
				'hit:lambda',
				'text:levels/lambda-pollers/debrief.md#load balancers cost Lambda hosts that EC2 could not replace',
			],
			tested: ['test:src/sim/lambda/lambda.test.ts#the day of Lambda goes as it went'],
		}),
		row('SQS and Kinesis as event sources', {
			caused: [
				'chart:lambda/sqs-pollers',
				'chart:lambda/kinesis-pollers',
				'fault:stop-sqs-pollers',
			],
			seen: ['metric:lambda.sqsBacklog', 'metric:lambda.kinesisAge', 'alert:lambda-pollers'],
			lever: ['order:restore-pollers', 'order:throttle-pollers'],
			level: ['level:back-at-once#limit-first', 'level:lambda-pollers#limit-first'],
			debrief: [
				'loop:pollers',
				'text:levels/lambda-pollers/debrief.md#the SQS pollers failed with DynamoDB',
			],
			tested: ['test:src/sim/lambda/lambda.test.ts#of Kinesis come back by themselves'],
		}),
		row('SQS as a service', {
			caused: ['parameter:telemetry.sqsStoreWeight', 'harm:sqs', 'fault:sqs-errors'],
			seen: ['metric:sqs.errors', 'alert:sqs-errors'],
			lever: ['order:override', 'order:pause-nlb-failover'],
			level: ['level:layer-zero#queues'],
			debrief: ['hit:sqs'],
			tested: [
				'test:src/sim/telemetry/telemetry.test.ts#shares stay shares and nothing is negative',
			],
		}),
		row('ECS, EKS, Fargate', {
			caused: ['subsystem:containers', 'chart:containers/deployments', 'harm:containers'],
			seen: ['metric:containers.errors', 'alert:containers'],
			lever: ['order:pause-containers', 'order:place-tasks'],
			level: ['level:warm-pool#held', 'level:warm-pool#lasted'],
			debrief: [
				'hit:containers',
				'text:levels/warm-pool/debrief.md#each was a task lost by its own owner',
			],
			tested: [
				'test:src/sim/containers/containers.test.ts#four times as long with deployments held',
				'test:src/sim/containers/containers.test.ts#are well again only when the missing tasks have started',
			],
		}),
		row('Connect', {
			caused: ['subsystem:connect', 'chart:connect/agents', 'harm:connect'],
			seen: ['metric:connect.callErrors', 'metric:connect.chatErrors', 'alert:connect-calls'],
			lever: ['order:switch-flows', 'order:offer-callbacks', 'order:play-message'],
			level: ['level:nobody-picks-up#agents-in', 'level:nobody-picks-up#kept'],
			debrief: [
				'hit:connect',
				'text:levels/nobody-picks-up/debrief.md#every figure of Connect was a figure of Lambda',
			],
			tested: [
				'test:src/sim/connect/connect.test.ts#agents come back through flows that call none',
				'test:src/sim/connect/connect.test.ts#the night of Connect has its two waves',
			],
		}),
		row('STS', {
			caused: ['chart:identity/tokens', 'fault:sts-errors', 'harm:access'],
			seen: ['metric:sts.errors', 'alert:sts-errors'],
			lever: ['order:extend-sessions', 'setting:advise=regional-sts'],
			level: ['level:sign-in-storm#sessions', 'level:sign-in-storm#left-extended'],
			debrief: [
				'hit:sts',
				'lesson:layer-zero',
				'text:levels/sign-in-storm/debrief.md#a session that has ended cannot be kept',
			],
			tested: ['test:src/sim/identity/identity.test.ts#fail and recover when they did that night'],
		}),
		row('IAM', {
			caused: ['fault:iam-errors', 'harm:access', 'parameter:identity.iamFollowSeconds'],
			seen: ['metric:iam.errors', 'alert:iam-errors'],
			lever: ['order:serve-iam', 'switch:regional-iam'],
			level: ['level:sign-in-storm#copy', 'level:sign-in-storm#put-back'],
			debrief: [
				'hit:iam',
				'lesson:layer-zero',
				'text:levels/sign-in-storm/debrief.md#a copy does not know whose access was revoked',
			],
			tested: ['test:src/sim/identity/identity.test.ts#fail and recover when they did that night'],
		}),
		row('Console sign-in, Identity Center', {
			caused: [
				'fault:identity-center-errors',
				'fault:sign-in-hosts-lost',
				'parameter:identity.signInTries',
			],
			seen: ['metric:signIn.errors', 'alert:sign-in', 'look:show-identity'],
			lever: ['order:shed-sign-in', 'order:admit-sign-in', 'order:break-glass-access'],
			level: ['level:sign-in-storm#let-in', 'level:sign-in-storm#people-first'],
			debrief: [
				'hit:sign-in',
				'lesson:layer-zero',
				'text:levels/sign-in-storm/debrief.md#more than half of the attempts were theirs',
			],
			tested: [
				'test:src/sim/identity/identity.test.ts#stays full of retries when IAM is well again',
				'test:src/sim/identity/identity.test.ts#fails its own people where IAM users get in',
			],
		}),
		row('Redshift: queries need DynamoDB', {
			caused: ['parameter:redshift.storeWeight', 'harm:redshift'],
			seen: ['metric:redshift.queryErrors', 'alert:redshift-queries', 'look:show-redshift'],
			lever: NO_LEVER_OF_ITS_OWN,
			level: ['level:redshift-replacements#hold-early'],
			debrief: [
				'hit:redshift',
				'text:levels/redshift-replacements/debrief.md#queries worked again at 02:21',
			],
			tested: ['test:src/sim/redshift/redshift.test.ts#cannot query while the store is gone'],
		}),
		row('Redshift: credentials, replacements, `modifying`', {
			caused: ['chart:redshift/replacements', 'fault:lapse-credentials'],
			seen: ['metric:redshift.stuck', 'metric:redshift.queued', 'alert:redshift-stuck'],
			lever: ['order:pause-warehouse', 'order:resume-warehouse', 'switch:redshift-freeze'],
			level: ['level:redshift-replacements#launches-first'],
			debrief: [
				'loop:replacement',
				'text:levels/redshift-replacements/debrief.md#To the automation the node looked dead',
			],
			tested: [
				'test:src/sim/redshift/redshift.test.ts#fares better when nothing is done about lapsed credentials',
			],
		}),
		row('Redshift: IAM users in every other Region', {
			caused: ['parameter:redshift.iamUserShare'],
			seen: ['metric:redshift.iamElsewhere', 'alert:redshift-iam'],
			lever: ['setting:advise=local-users', 'switch:regional-iam'],
			level: ['level:felt-elsewhere#local-users', 'level:felt-elsewhere#taken-back'],
			debrief: [
				'hit:redshift-elsewhere',
				'text:levels/felt-elsewhere/debrief.md#A local database user needs no group of IAM',
			],
			tested: ['test:src/sim/redshift/redshift.test.ts#IAM errors here break queries elsewhere'],
		}),
		row('Support Center: three answers, failover that lies', {
			caused: ['chart:support/accounts', 'fault:account-metadata-errors', 'harm:support'],
			seen: ['metric:support.lockedOut', 'alert:support-shut', 'look:show-support'],
			lever: ['order:bypass-support', 'switch:support-third-state'],
			level: ['level:support-third-state#let-in'],
			debrief: [
				'loop:support',
				'text:levels/support-third-state/debrief.md#The failover had turned an outage',
			],
			tested: [
				'test:src/sim/support/support.test.ts#lets everybody in while the account check errors, and nobody once it answers wrongly',
			],
		}),
		row('ElastiCache, ECR, Secrets Manager ... the 142 services', {
			caused: ['subsystem:dependents', 'fault:fail-service'],
			seen: ['panel:services', 'look:show-services'],
			lever: NO_LEVER_OF_ITS_OWN,
			level: ['level:comms-only#narrowed'],
			debrief: [
				'text:src/view/programs/debrief/lessons/systems-hit.ts#services failed one request in twenty',
			],
			tested: [
				'test:src/sim/dependents/dependents.test.ts#has 142 services, each once',
				'test:test/observe/service-causes.test.ts#no service waits for itself',
			],
		}),
		row('CloudWatch: monitoring itself', {
			caused: ['chart:telemetry/delivery', 'fault:delay-metrics', 'harm:cloudwatch'],
			seen: ['metric:cloudwatch.delay', 'metric:cloudwatch.loss', 'alert:metrics-late'],
			lever: NO_LEVER_OF_ITS_OWN,
			level: ['level:october-20#metrics-late', 'level:false-health-signal#metrics-late'],
			debrief: ['loop:people', 'hit:cloudwatch', 'lesson:hindsight'],
			tested: [
				'test:test/observe/pipeline.test.ts#freezes while its delay grows, and catches up when it shrinks',
			],
		}),
		row('Global tables, replication', {
			caused: ['parameter:dynamodb.replicaCatchUpFactor', 'harm:global-tables'],
			seen: ['metric:dynamodb.replicationLag', 'alert:dynamodb-tables'],
			lever: ['setting:advise=write-elsewhere'],
			level: ['level:felt-elsewhere#writers', 'level:felt-elsewhere#back-too-early'],
			debrief: [
				'hit:global-tables',
				'text:levels/felt-elsewhere/debrief.md#two writers of one table have to be settled',
			],
			tested: [
				'test:src/sim/dynamodb/dynamodb.test.ts#catch up more slowly while two writers',
				'test:src/sim/dynamodb/dynamodb.test.ts#replicas have caught up seven minutes later',
			],
		}),
		row('Other Regions lean on us-east-1', {
			caused: ['fault:race-elsewhere', 'fault:iam-group-errors', 'fault:cut-replicators'],
			seen: [
				'look:show-automations',
				'metric:redshift.iamElsewhere',
				'metric:dynamodb.replicationLag',
			],
			lever: ['order:pause-dns', 'switch:freeze-switch'],
			level: ['level:october-20#elsewhere', 'level:felt-elsewhere#local-users'],
			debrief: ['text:docs/lessons/layer-zero.md#other Regions'],
			tested: ['test:src/sim/dns/dns.test.ts#other Regions take forty minutes to freeze'],
		}),
	],
};
