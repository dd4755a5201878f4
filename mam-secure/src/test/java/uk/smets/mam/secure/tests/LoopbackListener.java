package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on loopback and counts connections. */
final class LoopbackListener implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread;

    LoopbackListener() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(this::accept, "listener on loopback");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connection.setSoLinger(false, 0);
                connections.incrementAndGet();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The number of connections since the last call. Opens one itself, so that all earlier ones have been counted. */
    int connections() throws IOException {
        try (Socket own = new Socket(InetAddress.getLoopbackAddress(), port())) {
            if (own.getInputStream().read() != -1) {
                throw new IllegalStateException("the listener says nothing");
            }
        }
        return connections.getAndSet(0) - 1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
