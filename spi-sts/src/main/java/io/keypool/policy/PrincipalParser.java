package io.keypool.policy;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code Principal} or {@code NotPrincipal}. */
final class PrincipalParser {
    private static final List<String> TYPES = List.of("AWS", "Federated", "Service");
    private static final Set<String> SERVICES_OF_ARNS = Set.of("iam", "sts");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern CANONICAL_USER = Pattern.compile("[0-9a-f]{64}");

    private PrincipalParser() {}

    static PrincipalElement parse(Element principal, boolean negated, PolicyKind kind) {
        if (principal.value() instanceof Json.Text text && text.value().equals("*")) {
            return new PrincipalElement(negated, true, Set.of(), Set.of(), Set.of());
        }
        if (!(principal.value() instanceof Json.ObjectValue)) {
            throw principal.invalid("must be \"*\" or an object; understood: " + String.join(", ", types(kind)));
        }
        principal.allowOnly(types(kind));
        if (principal.object().isEmpty()) {
            throw principal.invalid("must name somebody; understood: " + String.join(", ", types(kind)));
        }
        // Nobody here has a canonical user id, so such a name is checked and then means nobody.
        names(principal, "CanonicalUser", PrincipalParser::canonicalUser);
        return new PrincipalElement(
                negated,
                false,
                names(principal, "AWS", PrincipalParser::aws),
                names(principal, "Federated", PrincipalParser::provider),
                names(principal, "Service", PrincipalParser::service));
    }

    /** Canonical user ids are for the policies of Amazon S3. */
    private static List<String> types(PolicyKind kind) {
        return kind == PolicyKind.TRUST ? TYPES : List.of("AWS", "Federated", "Service", "CanonicalUser");
    }

    private static Set<String> names(Element principal, String type, Function<Element, String> reader) {
        return principal.find(type).map(Element::items).orElse(List.of()).stream()
                .map(reader)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String aws(Element element) {
        String name = element.text();
        if (name.equals(PrincipalElement.ANY_AWS)) {
            return name;
        }
        if (ACCOUNT.matcher(name).matches()) {
            return PrincipalNames.root(new AccountId(name));
        }
        boolean known = Arn.parse(name)
                .filter(arn -> SERVICES_OF_ARNS.contains(arn.service()))
                .isPresent();
        if (!known || holdsPattern(name)) {
            throw element.invalid(
                    "must be *, an account, or the ARN of an account, user, role or session, without * or ?");
        }
        return name;
    }

    private static String provider(Element element) {
        String provider = element.text();
        if (provider.isEmpty()) {
            throw element.invalid("must not be empty");
        }
        if (holdsPattern(provider)) {
            throw element.invalid("must name one provider, without * or ?");
        }
        return provider;
    }

    private static String service(Element element) {
        return matching(element, SERVICE, "must be the name of a service, as in lambda.amazonaws.com");
    }

    private static String canonicalUser(Element element) {
        return matching(element, CANONICAL_USER, "must be 64 hexadecimal digits");
    }

    private static String matching(Element element, Pattern pattern, String otherwise) {
        if (!pattern.matcher(element.text()).matches()) {
            throw element.invalid(otherwise);
        }
        return element.text();
    }

    /** A part of a name cannot be left open, and variables are not for principals. */
    private static boolean holdsPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.contains("${");
    }
}
