package io.keypool.it;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The tables of a running server on H2, seen from outside. The driver is the one in the distribution, so that its
 * version is always the server's.
 */
final class H2Tables implements AutoCloseable {

    private static final String USER = "keycloak";
    private static final String PASSWORD = "keycloak";

    private final URLClassLoader driver;
    private final Connection connection;

    private H2Tables(URLClassLoader driver, Connection connection) {
        this.driver = driver;
        this.connection = connection;
    }

    /**
     * For a server whose database a second process may open beside it. H2 closes it when the server is told to stop.
     */
    static Map<String, String> environment(Path data) {
        Map<String, String> environment = new HashMap<>(account());
        environment.put("KC_DB_URL", url(data));
        return environment;
    }

    /** For a server whose database a second process may open when the server has stopped. */
    static Map<String, String> account() {
        return Map.of("KC_DB_USERNAME", USER, "KC_DB_PASSWORD", PASSWORD);
    }

    /** Without DB_CLOSE_ON_EXIT, which H2 forbids here. */
    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("keycloakdb") + ";NON_KEYWORDS=VALUE;AUTO_SERVER=TRUE";
    }

    static H2Tables open(Path home, Path data) {
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar(home).toUri().toURL()});
            Driver h2 = (Driver)
                    loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            Properties account = new Properties();
            account.put("user", USER);
            account.put("password", PASSWORD);
            return new H2Tables(loader, h2.connect(url(data), account));
        } catch (IOException | ReflectiveOperationException | SQLException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** How many rows each table has. */
    Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                rows.put(tables.getString("TABLE_NAME"), 0L);
            }
        }
        for (Map.Entry<String, Long> table : rows.entrySet()) {
            table.setValue(count(table.getKey()));
        }
        return rows;
    }

    /** What the server asks of the database from here on, by anybody and also to read. */
    void watchStatements() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET QUERY_STATISTICS FALSE");
            statement.execute("SET QUERY_STATISTICS TRUE");
        }
    }

    /** How often each was asked since it is watched. */
    Map<String, Long> statements() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT SQL_STATEMENT, EXECUTION_COUNT FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                                + " WHERE SQL_STATEMENT NOT LIKE '%QUERY_STATISTICS%'")) {
            Map<String, Long> statements = new TreeMap<>();
            while (rows.next()) {
                statements.put(rows.getString(1), rows.getLong(2));
            }
            return statements;
        }
    }

    /** How the database finds what a statement asks for with those values. */
    String plan(String sql, List<Object> values) throws SQLException {
        try (var statement = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }

    /** The rows that changed. */
    int update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Runs the work in one transaction, which holds what it changes until it is done. */
    void inTransaction(Work work) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What is done in a transaction. */
    interface Work {
        void run() throws SQLException, InterruptedException;
    }

    /** What is wrong in the tables. */
    List<String> violations() throws SQLException {
        return new TableInvariants(connection).violations();
    }

    /** The values of the only column. */
    List<String> column(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> column = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
            return column;
        }
    }

    /** Every value of every row of the tables whose names begin so. */
    String dump(String prefix) throws SQLException {
        StringBuilder dump = new StringBuilder();
        for (String table : rows().keySet()) {
            if (table.startsWith(prefix)) {
                dump(table, dump);
            }
        }
        return dump.toString();
    }

    private void dump(String table, StringBuilder dump) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    dump.append(rows.getString(column)).append('\t');
                }
                dump.append('\n');
            }
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        driver.close();
    }

    private long count(String table) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static Path jar(Path home) throws IOException {
        try (var jars = Files.list(home.resolve("lib/lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("com.h2database.h2-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
