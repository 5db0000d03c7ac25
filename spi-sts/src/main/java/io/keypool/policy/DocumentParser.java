package io.keypool.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the outermost object of a policy document.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM User Guide,
 *     Grammar of the IAM JSON policy language</a>
 */
final class DocumentParser {
    private final PolicyKind kind;
    private final PolicyLimits limits;
    private final ConditionKeys keys;

    DocumentParser(PolicyKind kind, PolicyLimits limits, ConditionKeys keys) {
        this.kind = kind;
        this.limits = limits;
        this.keys = keys;
    }

    List<Statement> parse(String text) {
        checkLength(text);
        Element document = Element.document(JsonReader.read(text));
        // An Id is for policies of resources: IAM refuses it in those of identities.
        document.allowOnly(
                kind.namesPrincipals() ? List.of("Version", "Id", "Statement") : List.of("Version", "Statement"));
        document.find("Id").ifPresent(Element::text);
        PolicyVersion version =
                document.find("Version").map(PolicyVersion::parse).orElse(PolicyVersion.V2008);
        return statements(document.in(version).require("Statement").items());
    }

    private void checkLength(String text) {
        if (text.length() > limits.rawCharacters()) {
            throw new InvalidPolicyException(
                    Element.DOCUMENT, "is longer than " + limits.rawCharacters() + " characters");
        }
        if (PolicyLimits.count(text) > limits.characters()) {
            throw new InvalidPolicyException(
                    Element.DOCUMENT,
                    "is longer than " + limits.characters() + " characters, not counting white space");
        }
    }

    private List<Statement> statements(List<Element> elements) {
        StatementParser parser = new StatementParser(kind, keys);
        List<Statement> statements = new ArrayList<>();
        Set<String> sids = new HashSet<>();
        for (Element element : elements) {
            Statement statement = parser.parse(element, statements.size());
            if (statement.sid() != null && !sids.add(statement.sid())) {
                throw element.require("Sid").invalid("must be unique in the policy");
            }
            statements.add(statement);
        }
        return List.copyOf(statements);
    }
}
