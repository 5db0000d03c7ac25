package io.keypool.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** One HTTP connection that is kept. Blocking, with one buffer: the server needs the processors more than we do. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final OutputStream out;
    private final Answer answer;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.answer = new Answer(socket.getInputStream());
    }

    /** The server listens on 127.0.0.1, whatever its name resolves to first. */
    static Connection to(URI server) throws IOException {
        var socket = new Socket();
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(loopback, server.getPort()), PATIENCE_MILLIS);
            return new Connection(socket);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    /** The answer is valid until the next request. */
    Answer send(byte[] request) throws IOException {
        out.write(request);
        answer.read();
        return answer;
    }

    /** The text of a success. */
    String call(Request request) throws IOException {
        Answer received = send(request.bytes());
        if (!received.isSuccess()) {
            throw new IOException(request.path() + " was refused: " + received);
        }
        return received.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
