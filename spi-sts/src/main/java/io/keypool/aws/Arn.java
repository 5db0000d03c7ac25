package io.keypool.aws;

import java.util.Optional;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource}; region and account may be empty.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">IAM User Guide, ARNs</a>
 */
public record Arn(String partition, String service, String region, String account, String resource) {

    /** What the resource of an OpenID provider begins with; its issuer follows, without its scheme. */
    public static final String OIDC_PROVIDER = "oidc-provider/";

    /** What the resource of a SAML provider begins with; its name follows. */
    public static final String SAML_PROVIDER = "saml-provider/";

    private static final int PARTS = 6;

    public Arn {
        if (partition.isEmpty() || service.isEmpty() || resource.isEmpty()) {
            throw new IllegalArgumentException("partition, service and resource of an ARN are not empty");
        }
    }

    /** The ARN that the text is, or nothing when it is none. */
    public static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length != PARTS
                || !parts[0].equals("arn")
                || parts[1].isEmpty()
                || parts[2].isEmpty()
                || parts[5].isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
    }

    /** {@code arn:aws:iam::account:role/path/name}; the path begins and ends with a slash. */
    public static Arn role(AccountId account, String path, String name) {
        return new Arn("aws", "iam", "", account.value(), "role" + path + name);
    }

    /** {@code arn:aws:sts::account:assumed-role/name/session}: the path of the role is not part of it. */
    public static Arn assumedRole(AccountId account, String roleName, String sessionName) {
        return new Arn("aws", "sts", "", account.value(), "assumed-role/" + roleName + "/" + sessionName);
    }

    /** {@code arn:aws:iam::account:policy/path/name}; the path begins and ends with a slash. */
    public static Arn managedPolicy(AccountId account, String path, String name) {
        return new Arn("aws", "iam", "", account.value(), "policy" + path + name);
    }

    /** {@code arn:aws:iam::account:user/name}. */
    public static Arn user(AccountId account, String name) {
        return new Arn("aws", "iam", "", account.value(), "user/" + name);
    }

    /** {@code arn:aws:sts::account:federated-user/name}. */
    public static Arn federatedUser(AccountId account, String name) {
        return new Arn("aws", "sts", "", account.value(), "federated-user/" + name);
    }

    /** {@code arn:aws:iam::account:oidc-provider/host/path}; the issuer is given without its scheme. */
    public static Arn oidcProvider(AccountId account, String issuerWithoutScheme) {
        return new Arn("aws", "iam", "", account.value(), OIDC_PROVIDER + issuerWithoutScheme);
    }

    /** {@code arn:aws:iam::account:saml-provider/name}. */
    public static Arn samlProvider(AccountId account, String name) {
        return new Arn("aws", "iam", "", account.value(), SAML_PROVIDER + name);
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
