package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A checked CreateRole call; the documents in it are not checked yet. */
public record CreateRoleRequest(
        String path,
        String name,
        String trustPolicy,
        String description,
        Duration maxSessionDuration,
        @Nullable Arn boundary,
        Tags tags) {}
