package studio.backprop.distributed;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backprop.search.space.SearchProblem;

/** Parses and finds addresses of cluster members. */
public final class ClusterAddress {
  private static final Pattern ADDRESS = Pattern.compile("(?:(\\[[^\\]]+\\]|[^:]+):)?(\\d{1,5})");
  private static final int MOST_PORT = 65_535;

  private ClusterAddress() {}

  /** A port alone is on localhost. @throws SearchProblem if it is no address, or of an unknown host */
  public static InetSocketAddress read(String text) throws SearchProblem {
    Matcher read = ADDRESS.matcher(text);
    if (!read.matches() || Integer.parseInt(read.group(2)) < 1 || Integer.parseInt(read.group(2)) > MOST_PORT) {
      throw SearchProblem.of("cluster.problem.address", text);
    }
    try {
      InetAddress host = read.group(1) == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(read.group(1));
      return new InetSocketAddress(host, Integer.parseInt(read.group(2)));
    } catch (UnknownHostException e) {
      throw SearchProblem.of("cluster.problem.host", read.group(1));
    }
  }

  /** An address of this machine that is reachable from another one, with a free port. @throws IOException if there is none */
  public static InetSocketAddress towards(InetSocketAddress other) throws IOException {
    try (DatagramSocket way = new DatagramSocket()) {
      way.connect(other); // sends nothing: the system selects the local address
      InetAddress here = way.getLocalAddress();
      try (ServerSocket free = new ServerSocket(0, 1, here)) {
        return new InetSocketAddress(here, free.getLocalPort());
      }
    }
  }

  /** Non-loopback addresses of this machine. */
  public static List<String> ofThisMachine() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
          .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress() && !one.isLinkLocalAddress())
          .map(InetAddress::getHostAddress).sorted().toList();
    } catch (SocketException e) {
      return List.of();
    }
  }
}
