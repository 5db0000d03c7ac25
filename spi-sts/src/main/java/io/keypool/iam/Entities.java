package io.keypool.iam;

import io.keypool.aws.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The roles and managed policies of the account. */
public interface Entities {

    List<IamRole> roles();

    /** By its name in this very case. */
    Optional<IamRole> role(String name);

    List<ManagedPolicy> policies();

    Optional<ManagedPolicy> policy(Arn arn);

    /** What may be changed, while nobody else changes anything. */
    interface Changeable extends Entities {

        IamRole add(CreateRoleRequest role, Instant createDate);

        ManagedPolicy add(CreatePolicyRequest policy, Instant createDate);

        void replace(IamRole role);

        void replace(ManagedPolicy policy);

        void remove(Entity entity);
    }
}
