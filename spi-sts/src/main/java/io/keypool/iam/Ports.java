package io.keypool.iam;

import io.keypool.aws.AccountId;
import io.keypool.sts.RoleTrust;
import java.time.InstantSource;

/** What IAM needs from its host, bound to one realm. */
public record Ports(
        AccountId account,
        EntityStore entities,
        Users users,
        Federation federation,
        RoleTrust roleTrust,
        InstantSource clock) {}
