package io.keypool.iam;

import io.keypool.aws.Arn;
import java.time.Instant;

/**
 * What every role and managed policy has from its creation on.
 *
 * @param id what the host knows it by
 * @param uniqueId {@code AROA…} or {@code ANPA…}
 * @param path begins and ends with a slash
 * @param createDate in whole seconds
 */
public record Entity(String id, String uniqueId, Arn arn, String path, String name, Instant createDate) {}
