package studio.backprop.cluster;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Configuration of a cluster member.
 *
 * @param own bind address
 * @param seeds addresses of possible members (TCPPING initial hosts); one running member suffices
 * @param secret shared secret; required to join, read and send
 */
public record ClusterSettings(InetSocketAddress own, List<InetSocketAddress> seeds, String secret) {
  /** Minimum length: shorter ones can be found by brute force. */
  public static final int SHORTEST_SECRET = 12;

  /** @throws IllegalArgumentException if the secret is shorter than {@link #SHORTEST_SECRET} */
  public ClusterSettings {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException("the secret must have " + SHORTEST_SECRET + " characters, but has " + secret.length());
    }
    seeds = List.copyOf(seeds);
  }
}
