package io.keypool.identitypool.wire;

import io.keypool.aws.Shape;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.MappingRule;
import io.keypool.identitypool.RoleMapping;
import io.keypool.identitypool.RoleMapping.Ambiguity;
import io.keypool.identitypool.RoleMapping.ByRules;
import io.keypool.identitypool.RoleMapping.ByToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A role mapping as a call has it, whose members were read; {@link #mapping} is for when they were checked.
 *
 * @param rules those of the configuration, where there is one
 */
record MappingMembers(String type, Optional<String> ambiguity, Optional<List<Rule>> rules) {

    private static final Shape CLAIM = Shape.of(1, 64, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
    private static final Shape VALUE = Shape.of(1, 128);

    private static final List<String> TYPES = List.of(ByToken.TYPE, ByRules.TYPE);
    private static final List<String> AMBIGUITIES =
            Stream.of(Ambiguity.values()).map(Ambiguity::awsName).toList();
    private static final List<String> MATCHES = Stream.of(MappingRule.Match.values())
            .map(MappingRule.Match::awsName)
            .toList();

    private record Rule(String claim, String match, String value, String role) {}

    static MappingMembers read(JsonMembers members) {
        return new MappingMembers(
                members.required("Type", members.oneOf("Type", TYPES), ""),
                members.oneOf("AmbiguousRoleResolution", AMBIGUITIES),
                members.structure("RulesConfiguration").map(MappingMembers::rules));
    }

    private static List<Rule> rules(JsonMembers configuration) {
        Optional<List<Rule>> rules = configuration
                .structures("Rules")
                .map(list -> list.stream().map(MappingMembers::rule).toList());
        configuration.count("Rules", rules.map(List::size), 1, ByRules.MAX_RULES);
        return configuration.required("Rules", rules, List.of());
    }

    private static Rule rule(JsonMembers members) {
        return new Rule(
                members.requiredText("Claim", CLAIM),
                members.required("MatchType", members.oneOf("MatchType", MATCHES), ""),
                members.requiredText("Value", VALUE),
                members.requiredText("RoleARN", Shape.ARN));
    }

    /** @throws io.keypool.aws.AwsFault InvalidParameterException, or as for a forbidden role */
    RoleMapping mapping() {
        Ambiguity resolution =
                ambiguity.flatMap(Ambiguity::of).orElseThrow(CognitoFault::ambiguousRoleResolutionRequired);
        if (type.equals(ByToken.TYPE)) {
            if (rules.isPresent()) {
                throw CognitoFault.rulesOfTokenMapping();
            }
            return new ByToken(resolution);
        }
        List<Rule> present = rules.orElseThrow(CognitoFault::rulesConfigurationRequired);
        return new ByRules(present.stream().map(MappingMembers::mappingRule).toList(), resolution);
    }

    private static MappingRule mappingRule(Rule rule) {
        MappingRule.Match match = MappingRule.Match.of(rule.match()).orElseThrow();
        return new MappingRule(rule.claim(), match, rule.value(), RoleReaders.role(rule.role()));
    }
}
