package io.keypool.iam.wire;

import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryFault;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.query.QueryXml;
import io.keypool.iam.IdentityAndAccess;
import io.keypool.iam.wire.Row.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The actions that are served, each one a row. */
public final class IamActions {

    private static final Map<String, Row> ALL = Stream.of(RoleRows.ALL, PolicyRows.ALL, OtherRows.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Row::action, Function.identity()));

    private IamActions() {}

    /** The names of all. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /**
     * The action that is called.
     *
     * @throws io.keypool.aws.AwsFault MissingAction or InvalidAction
     */
    public static IamCall call(QueryRequest query) {
        String name = query.action(IamXml.API);
        Row row = Optional.ofNullable(ALL.get(name))
                .orElseThrow(() -> QueryFault.invalidAction(name, IamXml.API.version()));
        return (iam, requestId) -> answer(row, query, iam, requestId);
    }

    private static String answer(Row row, QueryRequest query, IdentityAndAccess iam, RequestId requestId) {
        IamMembers members = new IamMembers(query);
        Row.Call call = row.reader().read(members);
        members.check();
        Answer answer = call.run(iam);
        QueryXml xml = new QueryXml(IamXml.API, requestId);
        return answer.equals(Answer.DONE) ? xml.done(row.action()) : xml.result(row.action(), answer::write);
    }

    /** One call, to be done for the caller whose door is given. */
    public interface IamCall {

        /**
         * The answer.
         *
         * @throws io.keypool.aws.AwsFault for a call that is refused
         */
        String answer(IdentityAndAccess iam, RequestId requestId);
    }
}
