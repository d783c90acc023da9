package studio.backprop.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for tests, below those that the system gives away by itself: between choosing and listening nobody else takes them. */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int EACH = 20;
  /** Each process has some of its own, as tests run in several at once. */
  private static final int OWN = FIRST + EACH * (int) (ProcessHandle.current().pid() % 600);
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private FreePort() {}

  /** An address of this machine at which nobody listens, another one each time. */
  public static InetSocketAddress next() throws IOException {
    IOException last = null;
    for (int tries = 0; tries < EACH; tries++) {
      int port = OWN + TAKEN.getAndIncrement() % EACH;
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw last;
  }
}
