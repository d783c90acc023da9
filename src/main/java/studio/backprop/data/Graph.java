package studio.backprop.data;

import java.util.stream.IntStream;

/**
 * How the numbers of an example are a graph: the features of its nodes, [nodes, features], then its adjacency, [nodes, nodes]. A graph of
 * fewer nodes is filled up with nodes whose features are all 0.
 *
 * @param nodes of each example, with those that fill up
 * @param features of each node
 */
public record Graph(int nodes, int features) implements Content {
  /** Numbers of an example. */
  public int width() {
    return nodes * (features + nodes);
  }

  /** Where the adjacency says how node {@code from} hears node {@code to}. */
  public int edge(int from, int to) {
    return nodes * features + from * nodes + to;
  }

  /** Places of the nodes that do not only fill up. */
  public int[] present(float[] example) {
    return IntStream.range(0, nodes)
        .filter(node -> IntStream.range(node * features, (node + 1) * features).anyMatch(at -> example[at] != 0))
        .toArray();
  }

  /** The two nodes of each edge, one pair after the other; each pair once. */
  public int[] edges(float[] example) {
    return IntStream.range(0, nodes * nodes)
        .filter(pair -> pair / nodes < pair % nodes)
        .filter(pair -> example[edge(pair / nodes, pair % nodes)] != 0 || example[edge(pair % nodes, pair / nodes)] != 0)
        .flatMap(pair -> IntStream.of(pair / nodes, pair % nodes))
        .toArray();
  }
}
