package io.keypool.identitypool.keycloak;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.iam.CreateRoleRequest;
import io.keypool.iam.RoleCreation;
import io.keypool.sts.Role;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the roles of a new pool, named after it. */
final class SetUpRoles {

    private static final String POLICY = "CognitoIdentity";

    /** IAM API, Role: RoleName. */
    private static final int MAX_NAME = 64;

    private final RoleCreation roles;
    private final String poolName;

    SetUpRoles(RoleCreation roles, String poolName) {
        this.roles = roles;
        this.poolName = poolName;
    }

    /** @param suffix of the name, which says whom the role is for */
    Arn add(String suffix, RoleTemplate template) {
        CreateRoleRequest request = new CreateRoleRequest(
                "/",
                freeName(suffix),
                template.trustPolicy(),
                "Identities of the pool " + poolName,
                Role.MAX_SESSION_DURATION_LOWEST,
                null,
                Tags.NONE);
        return roles.add(request, new TreeMap<>(Map.of(POLICY, template.permissions())))
                .arn();
    }

    /** Of as many candidates as there can be other roles, and one more, one is free. */
    private String freeName(String suffix) {
        Stream<String> numbered = IntStream.iterate(2, number -> number + 1).mapToObj(number -> suffix + "-" + number);
        return Stream.concat(Stream.of(suffix), numbered)
                .map(this::named)
                .filter(name -> !roles.isTaken(name))
                .findFirst()
                .orElseThrow();
    }

    /** A pool's name may have spaces, and is twice as long. */
    private String named(String suffix) {
        String base = poolName.strip().replaceAll("\\s+", "-");
        return base.substring(0, Math.min(base.length(), MAX_NAME - suffix.length())) + suffix;
    }
}
