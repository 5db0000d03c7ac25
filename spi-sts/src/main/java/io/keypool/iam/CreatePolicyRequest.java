package io.keypool.iam;

import io.keypool.aws.Tags;

/** A checked CreatePolicy call; the document in it is not checked yet. */
public record CreatePolicyRequest(String path, String name, String document, String description, Tags tags) {}
