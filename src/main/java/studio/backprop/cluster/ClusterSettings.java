package studio.backprop.cluster;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * How a program takes part in a cluster.
 *
 * @param own the address at which it listens
 * @param seeds addresses at which other members are looked for; one of a running member suffices
 * @param secret what all members know: nobody else can join, read or send
 */
public record ClusterSettings(InetSocketAddress own, List<InetSocketAddress> seeds, String secret) {
  /** Shorter ones can be found by trying. */
  public static final int SHORTEST_SECRET = 12;

  /** @throws IllegalArgumentException if the secret is shorter than {@link #SHORTEST_SECRET} */
  public ClusterSettings {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException("the secret must have " + SHORTEST_SECRET + " characters, but has " + secret.length());
    }
    seeds = List.copyOf(seeds);
  }
}
