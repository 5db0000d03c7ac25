package io.keypool.identitypool.settings;

import io.keypool.aws.Arn;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.MappingRule;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.RoleMapping;
import io.keypool.identitypool.RoleMapping.ByRules;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which roles a pool may be given, whoever gives them.
 *
 * @param mostRules how many a mapping may have
 * @param mayPass whether the role is one that the caller may hand to a pool
 */
public record RoleRules(int mostRules, Predicate<Arn> mayPass) {

    /** @throws io.keypool.aws.AwsFault InvalidParameterException or NotAuthorizedException */
    public void check(PoolRoles wanted) {
        checkRules(wanted);
        checkRoles(wanted);
    }

    /**
     * @throws io.keypool.aws.AwsFault InvalidParameterException for a mapping of a provider that the pool does not list
     */
    public void checkProviders(IdentityPool pool, PoolRoles wanted) {
        wanted.mappings().keySet().stream()
                .filter(provider -> !pool.hasSettingsName(provider))
                .findFirst()
                .ifPresent(provider -> {
                    throw CognitoFault.notAProviderOfMappings(provider);
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
                .filter(mayPass.negate())
                .findFirst()
                .ifPresent(role -> {
                    throw CognitoFault.roleForbidden(role.toString());
                });
    }

    private static List<MappingRule> rules(RoleMapping mapping) {
        return mapping instanceof ByRules byRules ? byRules.rules() : List.of();
    }
}
