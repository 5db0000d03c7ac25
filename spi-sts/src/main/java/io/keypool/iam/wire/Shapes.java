package io.keypool.iam.wire;

import io.keypool.aws.Shape;

/** The texts of IAM's service model. */
final class Shapes {

    static final Shape NAME_OF_ROLE = Shape.of(1, 64, "[\\w+=,.@-]+");
    static final Shape NAME_OF_POLICY = Shape.of(1, 128, "[\\w+=,.@-]+");
    static final Shape DOCUMENT = Shape.of(1, 131_072, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
    static final Shape PATH = Shape.of(1, 512, "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)");
    static final Shape PATH_OF_POLICY = Shape.of(1, 512, "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/");
    static final Shape PATH_PREFIX = Shape.of(1, 512, "\\u002F[\\u0021-\\u007F]*");
    static final Shape DESCRIPTION_OF_ROLE =
            Shape.of(0, 1000, "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*");
    static final Shape DESCRIPTION_OF_POLICY = Shape.of(0, 1000);
    static final Shape MARKER = Shape.of(1, 320, "[\\u0020-\\u00FF]+");
    static final Shape VERSION = Shape.of(1, 128, "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?");
    static final Shape ACTION = Shape.of(3, 128);
    static final Shape RESOURCE = Shape.of(1, 2048);
    static final Shape CONTEXT_KEY = Shape.of(5, 256);
    static final Shape CONTEXT_VALUE = Shape.of(0, 131_072);

    private Shapes() {}
}
