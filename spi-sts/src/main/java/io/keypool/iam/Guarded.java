package io.keypool.iam;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.iam.Entities.Changeable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The account's roles and policies for a caller who may. Whether the caller may is asked before it is told whether what
 * is named exists.
 */
final class Guarded {

    private final AccountId account;
    private final EntityStore store;
    private final Access access;

    Guarded(Ports ports, Access access) {
        this.account = ports.account();
        this.store = ports.entities();
        this.access = access;
    }

    Access access() {
        return access;
    }

    /** All roles and policies, for an action that is about no resource. */
    Entities all(String action) {
        access.require(action, About.nothing());
        return store.read();
    }

    /** What is not shown to the caller as it is. */
    Entities unasked() {
        return store.read();
    }

    IamRole role(String action, String name) {
        return role(action, name, UnaryOperator.identity());
    }

    IamRole role(String action, String name, UnaryOperator<About> keys) {
        Entities entities = store.read();
        About about =
                entities.role(name).map(About::role).orElseGet(() -> About.resource(Arn.role(account, "/", name)));
        access.require(action, keys.apply(about));
        return existing(entities, name);
    }

    ManagedPolicy policy(String action, Arn arn) {
        return policy(action, arn, UnaryOperator.identity());
    }

    ManagedPolicy policy(String action, Arn arn, UnaryOperator<About> keys) {
        Entities entities = store.read();
        About about = entities.policy(arn).map(About::policy).orElseGet(() -> About.resource(arn));
        access.require(action, keys.apply(about));
        return existing(entities, arn);
    }

    /** Changes the settings of a role, after {@link #role} let the caller through. */
    void changeRole(IamRole role, BiFunction<Entities, RoleSettings, RoleSettings> change) {
        change(entities -> {
            IamRole stored = existing(entities, role.name());
            entities.replace(stored.with(change.apply(entities, stored.settings())));
            return stored;
        });
    }

    /** Changes a policy, after {@link #policy} let the caller through. */
    ManagedPolicy changePolicy(ManagedPolicy policy, UnaryOperator<ManagedPolicy> change) {
        return change(entities -> {
            ManagedPolicy changed = change.apply(existing(entities, policy.arn()));
            entities.replace(changed);
            return changed;
        });
    }

    void remove(IamRole role, BiConsumer<Entities, IamRole> check) {
        change(entities -> {
            IamRole stored = existing(entities, role.name());
            check.accept(entities, stored);
            entities.remove(stored.entity());
            return stored;
        });
    }

    void remove(ManagedPolicy policy, BiConsumer<Entities, ManagedPolicy> check) {
        change(entities -> {
            ManagedPolicy stored = existing(entities, policy.arn());
            check.accept(entities, stored);
            entities.remove(stored.entity());
            return stored;
        });
    }

    <T> T change(Function<Changeable, T> work) {
        return store.change(work);
    }

    private static IamRole existing(Entities entities, String name) {
        return entities.role(name).orElseThrow(() -> IamFault.noSuchRole(name));
    }

    private static ManagedPolicy existing(Entities entities, Arn arn) {
        return entities.policy(arn).orElseThrow(() -> IamFault.noSuchPolicy(arn));
    }
}
