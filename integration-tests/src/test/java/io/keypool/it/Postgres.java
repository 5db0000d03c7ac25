package io.keypool.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of the test's own, looked into by JDBC. */
final class Postgres implements AutoCloseable {

    static final String USER = "postgres";
    static final String PASSWORD = "";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @param work where its binaries are unpacked, once for all runs */
    static Postgres start(Path work) throws IOException {
        return new Postgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(work.resolve("postgres").toFile())
                .start());
    }

    /** The JDBC URL of the database that is there from the start. */
    String url() {
        return url(USER);
    }

    /** The JDBC URL of a new database. */
    String newDatabase(String name) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }

    long identities() throws SQLException {
        return count("KEYPOOL_IDENTITY");
    }

    /** How many rows a table has. */
    long count(String table) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The rows with that id, by column name. */
    List<Map<String, Object>> identities(String id) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement =
                        connection.prepareStatement("select * from KEYPOOL_IDENTITY where ID = ?")) {
            statement.setString(1, id);
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static List<Map<String, Object>> rows(ResultSet result) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, Object> row = new HashMap<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.put(result.getMetaData().getColumnName(column), result.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private String url(String name) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /** To the database that is there from the start; the caller closes it. */
    Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }
}
