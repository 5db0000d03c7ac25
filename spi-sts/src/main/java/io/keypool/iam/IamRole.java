package io.keypool.iam;

import io.keypool.aws.Arn;

/** A role as IAM tells of it; STS has its own view of the same role. */
public record IamRole(Entity entity, RoleSettings settings) {

    public String name() {
        return entity.name();
    }

    public Arn arn() {
        return entity.arn();
    }

    IamRole with(RoleSettings changed) {
        return new IamRole(entity, changed);
    }
}
