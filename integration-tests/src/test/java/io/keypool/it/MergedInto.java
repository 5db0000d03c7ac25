package io.keypool.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the identities of a database lived on, at one moment. */
final class MergedInto {

    private final Map<String, Optional<String>> next;

    private MergedInto(Map<String, Optional<String>> next) {
        this.next = next;
    }

    static MergedInto read(Connection connection) throws SQLException {
        Map<String, Optional<String>> next = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select ID, MERGED_INTO from KEYPOOL_IDENTITY")) {
            while (rows.next()) {
                next.put(rows.getString(1), Optional.ofNullable(rows.getString(2)));
            }
        }
        return new MergedInto(next);
    }

    Set<String> identities() {
        return next.keySet();
    }

    /** Who lives on in place of the identity, itself if it was not merged; nobody if there is no such end. */
    Optional<String> survivor(String identity) {
        Set<String> seen = new HashSet<>();
        String current = identity;
        while (next.containsKey(current) && seen.add(current)) {
            Optional<String> following = next.get(current);
            if (following.isEmpty()) {
                return Optional.of(current);
            }
            current = following.get();
        }
        return Optional.empty();
    }
}
