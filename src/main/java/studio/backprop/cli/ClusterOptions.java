package studio.backprop.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import studio.backprop.cluster.ClusterSettings;
import studio.backprop.distributed.ClusterAddress;
import studio.backprop.search.space.SearchProblem;

/** Options for the addresses of a cluster's members and their shared secret. */
final class ClusterOptions {
  @Option(names = "--cluster", paramLabel = "HOST:PORT", split = ",", descriptionKey = "cli.option.cluster")
  private List<String> cluster = List.of();

  @Option(names = "--listen", paramLabel = "HOST:PORT", descriptionKey = "cli.option.listen")
  private String listen;

  @Option(names = "--secret", paramLabel = "FILE", descriptionKey = "cli.option.secret")
  private Path secret;

  boolean given() {
    return !cluster.isEmpty();
  }

  /** Whether a cluster option is given without a cluster. */
  boolean incomplete() {
    return cluster.isEmpty() && (listen != null || secret != null);
  }

  /** @throws Failure if something is missing, or an address or the secret is invalid */
  ClusterSettings settings() throws Failure {
    return settings(false);
  }

  /** Settings of a worker; its default bind address is the local one that reaches the first member. */
  ClusterSettings ofWorker() throws Failure {
    return settings(true);
  }

  private ClusterSettings settings(boolean anywhere) throws Failure {
    if (cluster.isEmpty() || listen == null && !anywhere || secret == null) {
      throw Failure.option("cluster.problem.incomplete");
    }
    List<InetSocketAddress> seeds = new ArrayList<>();
    for (String one : cluster) {
      seeds.add(address(one.strip()));
    }
    String words = secret();
    if (words.length() < ClusterSettings.SHORTEST_SECRET) {
      throw Failure.option("cluster.problem.short", secret.toString(), words.length(), ClusterSettings.SHORTEST_SECRET);
    }
    return new ClusterSettings(listen == null ? towards(seeds.get(0)) : address(listen.strip()), seeds, words);
  }

  private static InetSocketAddress towards(InetSocketAddress member) throws Failure {
    try {
      return ClusterAddress.towards(member);
    } catch (IOException e) {
      throw Failure.of("cluster.problem.way", member.getAddress().getHostAddress());
    }
  }

  private String secret() throws Failure {
    try {
      return Files.readString(secret).strip();
    } catch (IOException e) {
      throw Failure.option("cluster.problem.secret", secret.toString());
    }
  }

  private static InetSocketAddress address(String text) throws Failure {
    try {
      return ClusterAddress.read(text);
    } catch (SearchProblem e) {
      throw Failure.option(e.sentence().key(), e.sentence().args().toArray());
    }
  }
}
