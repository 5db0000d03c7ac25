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
    /** IAM's limit of a document with all its white space, as in the API model's {@code policyDocumentType}. */
    static final int MAX_RAW_CHARACTERS = 131_072;

    private DocumentParser() {}

    static List<Statement> parse(String text) {
        if (text.length() > MAX_RAW_CHARACTERS) {
            throw new InvalidPolicyException(Element.DOCUMENT, "is longer than " + MAX_RAW_CHARACTERS + " characters");
        }
        if (charactersThatCount(text) > TrustPolicy.MAX_CHARACTERS) {
            throw new InvalidPolicyException(
                    Element.DOCUMENT,
                    "is longer than " + TrustPolicy.MAX_CHARACTERS + " characters, not counting white space");
        }
        Element document = Element.document(JsonReader.read(text));
        document.allowOnly(List.of("Version", "Id", "Statement"));
        document.find("Id").ifPresent(Element::text);
        PolicyVersion version =
                document.find("Version").map(PolicyVersion::parse).orElse(PolicyVersion.V2008);
        return statements(document.require("Statement").items(), version);
    }

    private static List<Statement> statements(List<Element> elements, PolicyVersion version) {
        List<Statement> statements = new ArrayList<>();
        Set<String> sids = new HashSet<>();
        for (Element element : elements) {
            Statement statement = StatementParser.parse(element, statements.size(), version);
            String sid = statement.ref().sid();
            if (sid != null && !sids.add(sid)) {
                throw element.require("Sid").invalid("must be unique in the policy");
            }
            statements.add(statement);
        }
        return List.copyOf(statements);
    }

    /** All but white space between tokens; a string's own spaces count. */
    private static int charactersThatCount(String text) {
        int count = 0;
        boolean inString = false;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString || " \t\r\n".indexOf(c) < 0) {
                count++;
            }
            if (c == '"' && !escaped) {
                inString = !inString;
            }
            escaped = inString && c == '\\' && !escaped;
        }
        return count;
    }
}
