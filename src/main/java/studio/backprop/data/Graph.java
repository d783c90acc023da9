package studio.backprop.data;

import java.util.stream.IntStream;

/**
 * Layout of a graph example: node features [nodes, features], then the adjacency matrix [nodes, nodes]. Smaller graphs are padded with
 * nodes whose features are all 0.
 *
 * @param nodes per example, with padding
 * @param features per node
 */
public record Graph(int nodes, int features) implements Content {
  public int width() {
    return nodes * (features + nodes);
  }

  /** Index of the adjacency entry by which {@code from} receives from {@code to}. */
  public int edge(int from, int to) {
    return nodes * features + from * nodes + to;
  }

  /** Indices of the nodes that are not padding. */
  public int[] present(float[] example) {
    return IntStream.range(0, nodes)
        .filter(node -> IntStream.range(node * features, (node + 1) * features).anyMatch(at -> example[at] != 0))
        .toArray();
  }

  /** Node pairs of the undirected edges, flattened; each edge once. */
  public int[] edges(float[] example) {
    return IntStream.range(0, nodes * nodes)
        .filter(pair -> pair / nodes < pair % nodes)
        .filter(pair -> example[edge(pair / nodes, pair % nodes)] != 0 || example[edge(pair % nodes, pair / nodes)] != 0)
        .flatMap(pair -> IntStream.of(pair / nodes, pair % nodes))
        .toArray();
  }
}
