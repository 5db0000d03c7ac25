package io.keypool.iam.keycloak.admin;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.iam.Authorizer;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.Policies;
import io.keypool.policy.PolicyRequest;
import io.keypool.policy.Principal;
import io.keypool.sts.keycloak.RoleMeaning;
import java.util.List;

/** Somebody whom Keycloak lets see the realm: to IAM the account itself, held to what that role means there. */
final class RealmViewer implements Authorizer {

    private static final Policies MAY = Policies.ofIdentity(List.of(RoleMeaning.ofViewers()));

    private final AccountId account;

    RealmViewer(AccountId account) {
        this.account = account;
    }

    @Override
    public Arn caller() {
        return new Arn("aws", "iam", "", account.value(), "root");
    }

    @Override
    public Decision decide(String action, String resource, ConditionContext.Builder keys) {
        return MAY.decide(new PolicyRequest(new Principal.Root(account), action, resource, keys.build()));
    }
}
