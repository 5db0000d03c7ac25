package io.keypool.identitypool.settings;

import io.keypool.aws.Arn;
import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.MappingRule;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.RoleMapping;
import io.keypool.identitypool.RoleMapping.ByRules;
import io.keypool.policy.ConditionContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replaces all roles of a pool. Who sets them has read them before: were they changed in between, that change would be
 * lost.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">AWS</a>
 */
final class SetIdentityPoolRoles {

    private final RoleStore pools;
    private final Access access;
    private final int mostRules;

    SetIdentityPoolRoles(RoleStore pools, Access access, int mostRules) {
        this.pools = pools;
        this.access = access;
        this.mostRules = mostRules;
    }

    void execute(PoolId id, PoolRoles wanted) {
        Optional<IdentityPool> seen = pools.find(id);
        access.require("SetIdentityPoolRoles", ConditionContext.builder());
        PoolRoles expected =
                seen.orElseThrow(() -> CognitoFault.poolNotFound(id)).roles();
        checkRules(wanted);
        checkRoles(wanted);
        pools.changeRoles(id, pool -> {
            checkProviders(pool, wanted);
            if (!pool.roles().equals(expected)) {
                throw CognitoFault.concurrentModification();
            }
            return wanted;
        });
    }

    private void checkRules(PoolRoles wanted) {
        wanted.mappings().forEach((provider, mapping) -> {
            if (rules(mapping).size() > mostRules) {
                throw CognitoFault.tooManyRules(provider, mostRules);
            }
        });
    }

    private void checkRoles(PoolRoles wanted) {
        Stream<Arn> ofRules = wanted.mappings().values().stream()
                .flatMap(mapping -> rules(mapping).stream())
                .map(MappingRule::role);
        Stream.of(wanted.unauthenticated().stream(), wanted.authenticated().stream(), ofRules)
                .flatMap(roles -> roles)
                .distinct()
                .filter(role -> !access.mayPass(role))
                .findFirst()
                .ifPresent(role -> {
                    throw CognitoFault.roleForbidden(role.toString());
                });
    }

    private static void checkProviders(IdentityPool pool, PoolRoles wanted) {
        wanted.mappings().keySet().stream()
                .filter(provider -> !pool.hasSettingsName(provider))
                .findFirst()
                .ifPresent(provider -> {
                    throw CognitoFault.notAProviderOfMappings(provider);
                });
    }

    private static List<MappingRule> rules(RoleMapping mapping) {
        return mapping instanceof ByRules byRules ? byRules.rules() : List.of();
    }
}
