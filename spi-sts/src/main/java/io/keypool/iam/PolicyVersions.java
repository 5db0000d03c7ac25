package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The versions of managed policies. */
public final class PolicyVersions {

    /** IAM User Guide, Versioning IAM policies. */
    public static final int MOST_VERSIONS = 5;

    private final InstantSource clock;
    private final Guarded guarded;

    PolicyVersions(Ports ports, Guarded guarded) {
        this.clock = ports.clock();
        this.guarded = guarded;
    }

    /**
     * The policy with its new version, which is the newest.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html">AWS</a>
     */
    public ManagedPolicy create(Arn arn, String document, boolean asDefault) {
        ManagedPolicy policy = guarded.policy("CreatePolicyVersion", arn);
        Documents.requireManaged(document);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return guarded.changePolicy(policy, stored -> {
            if (stored.versions().size() >= MOST_VERSIONS) {
                throw IamFault.tooManyVersions(MOST_VERSIONS);
            }
            PolicyVersion version = new PolicyVersion(stored.nextVersion(), now, document);
            List<PolicyVersion> versions = new ArrayList<>(stored.versions());
            versions.add(version);
            return stored.withVersions(versions, asDefault ? version.id() : stored.defaultVersion());
        });
    }

    /**
     * The policy, and whether it has the version.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html">AWS</a>
     */
    public VersionView get(Arn arn, String version) {
        ManagedPolicy policy = guarded.policy("GetPolicyVersion", arn);
        return view(policy, existing(policy, version));
    }

    /**
     * The newest first.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html">AWS</a>
     */
    public Page<VersionView> list(Arn arn, PageRequest page) {
        ManagedPolicy policy = guarded.policy("ListPolicyVersions", arn);
        List<VersionView> views =
                policy.versions().stream().map(version -> view(policy, version)).toList();
        return Page.of(views, view -> view.version().id(), newestFirst(), page);
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html">AWS</a> */
    public void setDefault(Arn arn, String version) {
        guarded.changePolicy(
                guarded.policy("SetDefaultPolicyVersion", arn),
                stored -> stored.withVersions(
                        stored.versions(), existing(stored, version).id()));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html">AWS</a> */
    public void delete(Arn arn, String version) {
        guarded.changePolicy(guarded.policy("DeletePolicyVersion", arn), stored -> {
            PolicyVersion going = existing(stored, version);
            if (stored.isDefault(going)) {
                throw IamFault.versionIsDefault();
            }
            List<PolicyVersion> staying = stored.versions().stream()
                    .filter(other -> !other.equals(going))
                    .toList();
            return stored.withVersions(staying, stored.defaultVersion());
        });
    }

    private static VersionView view(ManagedPolicy policy, PolicyVersion version) {
        return new VersionView(version, policy.isDefault(version));
    }

    private static PolicyVersion existing(ManagedPolicy policy, String version) {
        return policy.version(version).orElseThrow(() -> IamFault.noSuchVersion(policy.arn(), version));
    }

    private static Comparator<String> newestFirst() {
        return Comparator.comparingInt((String id) -> Integer.parseInt(id.substring(1)))
                .reversed();
    }
}
