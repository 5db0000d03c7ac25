package io.keypool.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A trust policy as plain data, which tests can change and print as a document. */
record PolicyModel(List<StatementModel> statements) {

    record StatementModel(
            String effect, List<String> providers, List<String> actions, List<ConditionModel> conditions) {}

    /** No two of a statement have the same operator and key. */
    record ConditionModel(String operator, String key, List<String> values) {}

    PolicyModel with(StatementModel statement, int index) {
        List<StatementModel> more = new ArrayList<>(statements);
        more.add(index, statement);
        return new PolicyModel(more);
    }

    /** Without one value of one condition. */
    PolicyModel withoutValue(int statement, int condition, int value) {
        StatementModel old = statements.get(statement);
        ConditionModel wide = old.conditions().get(condition);
        List<String> values = new ArrayList<>(wide.values());
        values.remove(value);
        List<ConditionModel> conditions = new ArrayList<>(old.conditions());
        conditions.set(condition, new ConditionModel(wide.operator(), wide.key(), values));
        List<StatementModel> changed = new ArrayList<>(statements);
        changed.set(statement, new StatementModel(old.effect(), old.providers(), old.actions(), conditions));
        return new PolicyModel(changed);
    }

    PolicyModel reversed() {
        List<StatementModel> reversed = new ArrayList<>(statements);
        Collections.reverse(reversed);
        return new PolicyModel(reversed);
    }

    Decision decide(TrustRequest request) {
        return TrustPolicy.parse(document()).decide(request);
    }

    String document() {
        return "{\"Version\": \"2012-10-17\", \"Statement\": "
                + statements.stream().map(PolicyModel::statement).collect(Collectors.joining(", ", "[", "]")) + "}";
    }

    private static String statement(StatementModel statement) {
        return "{\"Effect\": \"%s\", \"Principal\": {\"Federated\": %s}, \"Action\": %s, \"Condition\": {%s}}"
                .formatted(
                        statement.effect(),
                        array(statement.providers()),
                        array(statement.actions()),
                        conditions(statement.conditions()));
    }

    private static String conditions(List<ConditionModel> conditions) {
        Map<String, List<ConditionModel>> byOperator = conditions.stream()
                .collect(Collectors.groupingBy(ConditionModel::operator, TreeMap::new, Collectors.toList()));
        return byOperator.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": {" + keys(entry.getValue()) + "}")
                .collect(Collectors.joining(", "));
    }

    private static String keys(List<ConditionModel> conditions) {
        return conditions.stream()
                .map(condition -> "\"" + condition.key() + "\": " + array(condition.values()))
                .collect(Collectors.joining(", "));
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }
}
