------------------------------ MODULE DnsRace ------------------------------
(* Two or more DNS Enactors, one Planner and one public name (canon 4.1 to   *)
(* 4.3). An Enactor takes up the newest plan and checks once that it is      *)
(* newer than the live one; takes the lock; installs it, which also records  *)
(* what was live before; then lists the trees of old plans and deletes them. *)
(* The lock can be lost to its expiry between any two steps, so that it      *)
(* orders nothing: what is tested in the install itself is all there is.     *)
EXTENDS Naturals, FiniteSets

CONSTANTS
    Enactors,   \* a set of at least two
    MaxPlan,    \* the Planner stops here, so that the search ends
    Keep,       \* clean-up keeps so many plans behind its own
    Recheck,    \* TRUE: the check is made again before the lock is asked for
    Fencing,    \* TRUE: the install tests that its plan is newer
    LiveCheck,  \* TRUE: clean-up spares what a root or a rollback points at
    NullOk      \* TRUE: an install copes with a root whose tree is gone

ASSUME /\ Cardinality(Enactors) >= 2
       /\ MaxPlan \in Nat \ {0}
       /\ Keep \in Nat

VARIABLES
    newest,     \* the newest plan of the Planner
    trees,      \* plans whose tree of records exists
    root,       \* the plan that the public name points at
    rollback,   \* the plan that was live before
    holder,     \* who holds the lock, or Nobody
    pc,         \* what each Enactor does next
    plan,       \* the plan that each has taken up
    victims     \* the trees that each is about to delete

vars == <<newest, trees, root, rollback, holder, pc, plan, victims>>

Nobody == CHOOSE nobody : nobody \notin Enactors

Plans == 0 .. MaxPlan

TypeOK ==
    /\ newest \in Plans
    /\ trees \subseteq Plans
    /\ root \in Plans
    /\ rollback \in Plans
    /\ holder \in Enactors \cup {Nobody}
    /\ pc \in [Enactors -> {"idle", "checking", "locking", "installing", "listing", "deleting"}]
    /\ plan \in [Enactors -> Plans]
    /\ victims \in [Enactors -> SUBSET Plans]

Init ==
    /\ newest = 0
    /\ trees = {0}
    /\ root = 0
    /\ rollback = 0
    /\ holder = Nobody
    /\ pc = [e \in Enactors |-> "idle"]
    /\ plan = [e \in Enactors |-> 0]
    /\ victims = [e \in Enactors |-> {}]

\* The Planner goes on whatever comes of its plans.
Produce ==
    /\ newest < MaxPlan
    /\ newest' = newest + 1
    /\ UNCHANGED <<trees, root, rollback, holder, pc, plan, victims>>

\* Takes up the newest plan, and checks: the only time (canon 4.2, 2).
Pick(e) ==
    /\ pc[e] = "idle"
    /\ newest > root
    /\ plan' = [plan EXCEPT ![e] = newest]
    /\ pc' = [pc EXCEPT ![e] = "checking"]
    /\ UNCHANGED <<newest, trees, root, rollback, holder, victims>>

\* Looks once more, where it does, and may then wait as long as before.
Check(e) ==
    /\ pc[e] = "checking"
    /\ pc' = [pc EXCEPT ![e] = IF Recheck /\ plan[e] <= root THEN "idle" ELSE "locking"]
    /\ UNCHANGED <<newest, trees, root, rollback, holder, plan, victims>>

\* Wins the lock and builds its tree; who loses it backs off, for as long as it takes.
Lock(e) ==
    /\ pc[e] = "locking"
    /\ holder = Nobody
    /\ holder' = e
    /\ trees' = trees \cup {plan[e]}
    /\ pc' = [pc EXCEPT ![e] = "installing"]
    /\ UNCHANGED <<newest, root, rollback, plan, victims>>

\* All or nothing: the rollback record takes what the root points at, the root
\* takes the plan. Without the tree of the one or of the other it fails whole.
CanInstall(e) ==
    /\ plan[e] \in trees
    /\ (NullOk \/ root \in trees)
    /\ (~Fencing \/ plan[e] > root)

Install(e) ==
    /\ pc[e] = "installing"
    /\ holder' = IF holder = e THEN Nobody ELSE holder
    /\ IF CanInstall(e) /\ holder = e
       THEN /\ rollback' = IF root \in trees THEN root ELSE rollback
            /\ root' = plan[e]
            /\ pc' = [pc EXCEPT ![e] = "listing"]
       ELSE /\ pc' = [pc EXCEPT ![e] = "idle"]
            /\ UNCHANGED <<root, rollback>>
    /\ UNCHANGED <<newest, trees, plan, victims>>

\* A lock expires, whoever holds it and whatever they are about to do.
Expire ==
    /\ holder # Nobody
    /\ holder' = Nobody
    /\ UNCHANGED <<newest, trees, root, rollback, pc, plan, victims>>

\* Old is what is further behind its own plan than it keeps: age alone.
List(e) ==
    /\ pc[e] = "listing"
    /\ victims' = [victims EXCEPT ![e] = {old \in trees : old + Keep < plan[e]}]
    /\ pc' = [pc EXCEPT ![e] = "deleting"]
    /\ UNCHANGED <<newest, trees, root, rollback, holder, plan>>

Delete(e) ==
    /\ pc[e] = "deleting"
    /\ trees' = trees \ (IF LiveCheck THEN victims[e] \ {root, rollback} ELSE victims[e])
    /\ victims' = [victims EXCEPT ![e] = {}]
    /\ pc' = [pc EXCEPT ![e] = "idle"]
    /\ UNCHANGED <<newest, root, rollback, holder, plan>>

Next ==
    \/ Produce
    \/ Expire
    \/ \E e \in Enactors : Pick(e) \/ Check(e) \/ Lock(e) \/ Install(e) \/ List(e) \/ Delete(e)

Spec == Init /\ [][Next]_vars

\* The name has addresses.
NeverEmpty == root \in trees

\* No plan goes back: what Fencing gives, and LiveCheck does not.
NeverBack == [][root' >= root]_vars

\* Once empty, empty for ever, unless NullOk: no Enactor gets past it. So it is
\* with two; a third that has the very plan in hand may build its tree again.
Stuck == [][(root \notin trees /\ ~NullOk) => (root' = root /\ root \notin trees')]_vars

=============================================================================
