package studio.backprop.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import studio.backprop.cluster.ClusterSettings;

/** How a person says on the command line where the members of a cluster are, and what secret they share. */
final class ClusterOptions {
  private static final Pattern ADDRESS = Pattern.compile("(?:(\\[[^\\]]+\\]|[^:]+):)?(\\d{1,5})");
  private static final int MOST_PORT = 65_535;

  @Option(names = "--cluster", paramLabel = "HOST:PORT", split = ",", descriptionKey = "cli.option.cluster")
  private List<String> cluster = List.of();

  @Option(names = "--listen", paramLabel = "HOST:PORT", descriptionKey = "cli.option.listen")
  private String listen;

  @Option(names = "--secret", paramLabel = "FILE", descriptionKey = "cli.option.secret")
  private Path secret;

  /** Whether a cluster is asked for. */
  boolean given() {
    return !cluster.isEmpty();
  }

  /** Whether something is said that only a cluster needs. */
  boolean incomplete() {
    return cluster.isEmpty() && (listen != null || secret != null);
  }

  /** @throws Failure if something is missing, or an address or the secret cannot be used */
  ClusterSettings settings() throws Failure {
    if (cluster.isEmpty() || listen == null || secret == null) {
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
    return new ClusterSettings(address(listen.strip()), seeds, words);
  }

  private String secret() throws Failure {
    try {
      return Files.readString(secret).strip();
    } catch (IOException e) {
      throw Failure.option("cluster.problem.secret", secret.toString());
    }
  }

  /** A port alone is one of this machine. */
  private static InetSocketAddress address(String text) throws Failure {
    Matcher read = ADDRESS.matcher(text);
    if (!read.matches() || Integer.parseInt(read.group(2)) < 1 || Integer.parseInt(read.group(2)) > MOST_PORT) {
      throw Failure.option("cluster.problem.address", text);
    }
    try {
      InetAddress host = read.group(1) == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(read.group(1));
      return new InetSocketAddress(host, Integer.parseInt(read.group(2)));
    } catch (UnknownHostException e) {
      throw Failure.option("cluster.problem.host", read.group(1));
    }
  }
}
