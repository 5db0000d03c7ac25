package io.keypool.policy;

import io.keypool.policy.Operand.Relation;

/**
 * How a condition compares one value of the request with one of the policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     IAM User Guide, IAM JSON policy elements: Condition operators</a>
 */
enum Comparison {
    STRING_EQUALS("StringEquals"),
    STRING_NOT_EQUALS("StringNotEquals"),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase"),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase"),
    STRING_LIKE("StringLike"),
    STRING_NOT_LIKE("StringNotLike"),
    NUMERIC_EQUALS("NumericEquals"),
    NUMERIC_NOT_EQUALS("NumericNotEquals"),
    NUMERIC_LESS_THAN("NumericLessThan"),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals"),
    NUMERIC_GREATER_THAN("NumericGreaterThan"),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals"),
    DATE_EQUALS("DateEquals"),
    DATE_NOT_EQUALS("DateNotEquals"),
    DATE_LESS_THAN("DateLessThan"),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals"),
    DATE_GREATER_THAN("DateGreaterThan"),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals"),
    BOOL("Bool"),
    BINARY_EQUALS("BinaryEquals"),
    IP_ADDRESS("IpAddress"),
    NOT_IP_ADDRESS("NotIpAddress"),
    ARN_EQUALS("ArnEquals"),
    ARN_NOT_EQUALS("ArnNotEquals"),
    ARN_LIKE("ArnLike"),
    ARN_NOT_LIKE("ArnNotLike"),
    NULL("Null");

    private final String operator;
    private final boolean negated;

    Comparison(String operator) {
        this.operator = operator;
        this.negated = operator.contains("Not");
    }

    String operator() {
        return operator;
    }

    /** It holds when none of the policy's values matches. */
    boolean isNegated() {
        return negated;
    }

    /** Reads a value of the policy; refuses what is not of the operator's type. */
    Operand operand(Element value) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> Operands.text(value, false, false);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> Operands.text(value, false, true);
            case STRING_LIKE, STRING_NOT_LIKE -> Operands.text(value, true, false);
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> Operands.number(value, Relation.EQUAL);
            case NUMERIC_LESS_THAN -> Operands.number(value, Relation.LESS);
            case NUMERIC_LESS_THAN_EQUALS -> Operands.number(value, Relation.LESS_OR_EQUAL);
            case NUMERIC_GREATER_THAN -> Operands.number(value, Relation.GREATER);
            case NUMERIC_GREATER_THAN_EQUALS -> Operands.number(value, Relation.GREATER_OR_EQUAL);
            case DATE_EQUALS, DATE_NOT_EQUALS -> Operands.date(value, Relation.EQUAL);
            case DATE_LESS_THAN -> Operands.date(value, Relation.LESS);
            case DATE_LESS_THAN_EQUALS -> Operands.date(value, Relation.LESS_OR_EQUAL);
            case DATE_GREATER_THAN -> Operands.date(value, Relation.GREATER);
            case DATE_GREATER_THAN_EQUALS -> Operands.date(value, Relation.GREATER_OR_EQUAL);
            case BOOL, NULL -> Operands.bool(value);
            case BINARY_EQUALS -> Operands.binary(value);
            case IP_ADDRESS, NOT_IP_ADDRESS -> Operands.address(value);
            case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> Operands.arn(value);
        };
    }
}
