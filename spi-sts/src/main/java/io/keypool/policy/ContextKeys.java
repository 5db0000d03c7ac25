package io.keypool.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition keys that a policy asks for, in conditions and variables, as it writes them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html">IAM API,
 *     GetContextKeysForCustomPolicy</a>
 */
public final class ContextKeys {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^},]{2,256})[},]");

    private final Set<String> lowerCase = new HashSet<>();
    private final List<String> names = new ArrayList<>();

    private ContextKeys() {}

    /**
     * Each once, whatever its case, in the order in which the documents name them.
     *
     * @param documents that were read before
     * @throws InvalidPolicyException for what is no JSON
     */
    public static List<String> in(List<String> documents) {
        ContextKeys keys = new ContextKeys();
        documents.forEach(keys::read);
        return List.copyOf(keys.names);
    }

    private void read(String document) {
        Json json = JsonReader.read(document);
        // Under 2008-10-17 there are no variables.
        boolean variables = json instanceof Json.ObjectValue object
                && new Json.Text("2012-10-17").equals(object.members().get("Version"));
        walk(json, variables);
    }

    private void walk(Json value, boolean withVariables) {
        if (withVariables && value instanceof Json.Text text) {
            Matcher variables = VARIABLE.matcher(text.value());
            while (variables.find()) {
                add(variables.group(1));
            }
        }
        if (value instanceof Json.ArrayValue array) {
            array.elements().forEach(element -> walk(element, withVariables));
        }
        if (value instanceof Json.ObjectValue object) {
            object.members().forEach((name, member) -> {
                if (name.equals("Condition")) {
                    conditions(member);
                }
                walk(member, withVariables);
            });
        }
    }

    private void conditions(Json block) {
        if (block instanceof Json.ObjectValue operators) {
            operators.members().values().forEach(keys -> {
                if (keys instanceof Json.ObjectValue object) {
                    object.members().keySet().forEach(this::add);
                }
            });
        }
    }

    private void add(String key) {
        if (ConditionKeys.isWellFormed(key) && lowerCase.add(key.toLowerCase(Locale.ROOT))) {
            names.add(key);
        }
    }
}
