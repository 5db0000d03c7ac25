package io.keypool.iam.wire;

import io.keypool.aws.query.QueryXml;
import io.keypool.iam.IdentityAndAccess;
import java.util.function.Function;

/** One action: its name, how its members are read, and what is done with them. */
record Row(String action, Reader reader) {

    /** Takes the members; what is wrong with them is noted there. */
    interface Reader {
        Call read(IamMembers members);
    }

    /** Does what was asked, once nothing is wrong. */
    interface Call {
        Answer run(IdentityAndAccess iam);
    }

    /** Writes what the action has to say. */
    interface Answer {

        /** Of an action that has nothing to say. */
        Answer DONE = xml -> {};

        void write(QueryXml xml);
    }

    interface Of1<A> {
        Answer run(IdentityAndAccess iam, A first);
    }

    interface Of2<A, B> {
        Answer run(IdentityAndAccess iam, A first, B second);
    }

    interface Of3<A, B, C> {
        Answer run(IdentityAndAccess iam, A first, B second, C third);
    }

    static Row of(String action, Call call) {
        return new Row(action, members -> call);
    }

    static <A> Row of(String action, Function<IamMembers, A> first, Of1<A> call) {
        return new Row(action, members -> {
            A a = first.apply(members);
            return iam -> call.run(iam, a);
        });
    }

    static <A, B> Row of(String action, Function<IamMembers, A> first, Function<IamMembers, B> second, Of2<A, B> call) {
        return new Row(action, members -> {
            A a = first.apply(members);
            B b = second.apply(members);
            return iam -> call.run(iam, a, b);
        });
    }

    static <A, B, C> Row of(
            String action,
            Function<IamMembers, A> first,
            Function<IamMembers, B> second,
            Function<IamMembers, C> third,
            Of3<A, B, C> call) {
        return new Row(action, members -> {
            A a = first.apply(members);
            B b = second.apply(members);
            C c = third.apply(members);
            return iam -> call.run(iam, a, b, c);
        });
    }

    static Answer done(Runnable work) {
        work.run();
        return Answer.DONE;
    }
}
