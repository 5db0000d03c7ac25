package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A policy that roles may have in common.
 *
 * @param description empty when there is none
 * @param versions one to five, the newest first
 * @param defaultVersion the id of the version that is in force
 */
public record ManagedPolicy(
        Entity entity, String description, List<PolicyVersion> versions, String defaultVersion, Tags tags) {

    public ManagedPolicy {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(PolicyVersion::number).reversed())
                .toList();
    }

    public Arn arn() {
        return entity.arn();
    }

    public String name() {
        return entity.name();
    }

    /** When the newest version was made. */
    public Instant updateDate() {
        return versions.get(0).createDate();
    }

    public boolean isDefault(PolicyVersion version) {
        return version.id().equals(defaultVersion);
    }

    /** The document that is in force. */
    public String document() {
        return version(defaultVersion).orElseThrow().document();
    }

    Optional<PolicyVersion> version(String id) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }

    String nextVersion() {
        return "v" + (versions.get(0).number() + 1);
    }

    ManagedPolicy withVersions(List<PolicyVersion> changed, String changedDefault) {
        return new ManagedPolicy(entity, description, changed, changedDefault, tags);
    }

    ManagedPolicy withTags(Tags changed) {
        return new ManagedPolicy(entity, description, versions, defaultVersion, changed);
    }
}
