package io.keypool.identitypool;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import io.keypool.policy.DenialReason;
import io.keypool.policy.PolicyRequest;
import io.keypool.sts.Caller;
import java.util.function.Function;

/**
 * Lets a caller who signed do what its policies allow.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html">Service
 *     Authorization Reference, Amazon Cognito Identity</a>
 */
public final class Access {

    private static final String SERVICE = "cognito-identity:";

    private final Caller caller;
    private final PoolAccount account;
    private final Function<PoolId, Tags> tags;

    /** @param tags of a pool; none for one that does not exist */
    public Access(Caller caller, PoolAccount account, Function<PoolId, Tags> tags) {
        this.caller = caller;
        this.account = account;
        this.tags = tags;
    }

    public PoolAccount account() {
        return account;
    }

    /**
     * For an action on a pool, whether or not it exists.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException
     */
    public void require(String action, PoolId pool) {
        require(action, pool, ConditionContext.builder());
    }

    /**
     * As {@link #require(String, PoolId)}, with the condition keys of the action; those of the caller are added, and
     * the pool's tags.
     */
    public void require(String action, PoolId pool, ConditionContext.Builder keys) {
        require(SERVICE + action, pool.arn(account.id()).toString(), keys.resourceTags(tags.apply(pool)));
    }

    /**
     * For an action on all pools: AWS names them by an ARN that ends where an id would begin.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException
     */
    public void requireOfAll(String action) {
        require(SERVICE + action, account.pools().toString(), ConditionContext.builder());
    }

    /**
     * For an action that AWS checks on no resource.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException
     */
    public void require(String action, ConditionContext.Builder keys) {
        require(SERVICE + action, PolicyRequest.NO_RESOURCE, keys);
    }

    /** Whether the caller may hand that role to a pool; none of another account. */
    public boolean mayPass(Arn role) {
        if (!role.account().equals(account.id().value())) {
            return false;
        }
        ConditionContext.Builder keys = ConditionContext.builder().single("iam:PassedToService", PoolIssuer.PROVIDER);
        return caller.decide("iam:PassRole", role.toString(), keys) instanceof Decision.Allow;
    }

    private void require(String action, String resource, ConditionContext.Builder keys) {
        Decision decision = caller.decide(action, resource, keys);
        if (!(decision instanceof Decision.Allow)) {
            Arn who = caller.identity().arn();
            throw CognitoFault.accessDenied(who, action, resource, DenialReason.of(decision, action))
                    .because(new DecisionTrace(who.toString(), action, resource, decision));
        }
    }
}
