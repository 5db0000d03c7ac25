package io.keypool.iam;

/** The door of IAM for one caller: every action asks first whether the caller may. */
public final class IdentityAndAccess {

    private final Roles roles;
    private final InlinePolicies inlinePolicies;
    private final Attachments attachments;
    private final ManagedPolicies policies;
    private final PolicyVersions versions;
    private final ResourceTags tags;
    private final Providers providers;
    private final PolicySimulator simulator;

    public IdentityAndAccess(Ports ports, Authorizer authorizer) {
        Access access = new Access(authorizer);
        Guarded guarded = new Guarded(ports, access);
        this.roles = new Roles(ports, guarded);
        this.inlinePolicies = new InlinePolicies(guarded);
        this.attachments = new Attachments(guarded);
        this.policies = new ManagedPolicies(ports, guarded);
        this.versions = new PolicyVersions(ports, guarded);
        this.tags = new ResourceTags(guarded);
        this.providers = new Providers(ports, access);
        this.simulator = new PolicySimulator(ports, guarded);
    }

    public Roles roles() {
        return roles;
    }

    public InlinePolicies inlinePolicies() {
        return inlinePolicies;
    }

    public Attachments attachments() {
        return attachments;
    }

    public ManagedPolicies policies() {
        return policies;
    }

    public PolicyVersions versions() {
        return versions;
    }

    public ResourceTags tags() {
        return tags;
    }

    public Providers providers() {
        return providers;
    }

    public PolicySimulator simulator() {
        return simulator;
    }
}
