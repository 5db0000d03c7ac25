package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a role can be changed. Documents are kept letter by letter.
 *
 * @param description empty when there is none
 * @param inlinePolicies documents by name
 * @param managedPolicies what is attached, each once
 */
public record RoleSettings(
        String description,
        String trustPolicy,
        Duration maxSessionDuration,
        SortedMap<String, String> inlinePolicies,
        List<Arn> managedPolicies,
        @Nullable Arn boundary,
        Tags tags) {

    public RoleSettings {
        inlinePolicies = Collections.unmodifiableSortedMap(new TreeMap<>(inlinePolicies));
        managedPolicies = List.copyOf(managedPolicies);
    }

    RoleSettings withDescription(String changed) {
        return new RoleSettings(
                changed, trustPolicy, maxSessionDuration, inlinePolicies, managedPolicies, boundary, tags);
    }

    RoleSettings withTrustPolicy(String changed) {
        return new RoleSettings(
                description, changed, maxSessionDuration, inlinePolicies, managedPolicies, boundary, tags);
    }

    RoleSettings withMaxSessionDuration(Duration changed) {
        return new RoleSettings(description, trustPolicy, changed, inlinePolicies, managedPolicies, boundary, tags);
    }

    RoleSettings withInlinePolicies(SortedMap<String, String> changed) {
        return new RoleSettings(description, trustPolicy, maxSessionDuration, changed, managedPolicies, boundary, tags);
    }

    RoleSettings withManagedPolicies(List<Arn> changed) {
        return new RoleSettings(description, trustPolicy, maxSessionDuration, inlinePolicies, changed, boundary, tags);
    }

    RoleSettings withBoundary(@Nullable Arn changed) {
        return new RoleSettings(
                description, trustPolicy, maxSessionDuration, inlinePolicies, managedPolicies, changed, tags);
    }

    RoleSettings withTags(Tags changed) {
        return new RoleSettings(
                description, trustPolicy, maxSessionDuration, inlinePolicies, managedPolicies, boundary, changed);
    }
}
