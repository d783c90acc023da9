package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Families of graphs that differ by how their nodes are joined, not by how many there are. */
public enum GraphFamily {
  /** Each node has two neighbours, all on one circle. */
  RING {
    @Override
    void join(int nodes, SplittableRandom random, Edges edges) {
      for (int node = 0; node < nodes; node++) {
        edges.join(node, (node + 1) % nodes);
      }
    }
  },
  /** One node in the middle, the neighbour of all others. */
  STAR {
    @Override
    void join(int nodes, SplittableRandom random, Edges edges) {
      for (int node = 1; node < nodes; node++) {
        edges.join(0, node);
      }
    }
  },
  /** Each node but the first hangs on an earlier one that has at most one other below it. */
  TREE {
    @Override
    void join(int nodes, SplittableRandom random, Edges edges) {
      int[] below = new int[nodes];
      for (int node = 1; node < nodes; node++) {
        int above = random.nextInt(node);
        while (below[above] == 2) {
          above = random.nextInt(node);
        }
        below[above]++;
        edges.join(above, node);
      }
    }
  },
  /** Rows and columns, each node the neighbour of the next in both. */
  GRID {
    @Override
    int fitting(int nodes) {
      return nodes - nodes % across(nodes);
    }

    @Override
    void join(int nodes, SplittableRandom random, Edges edges) {
      int across = across(nodes);
      for (int node = 0; node < nodes; node++) {
        if (node % across > 0) {
          edges.join(node - 1, node);
        }
        if (node >= across) {
          edges.join(node - across, node);
        }
      }
    }

    private int across(int nodes) {
      return (int) Math.sqrt(nodes);
    }
  };

  public static final int LEAST_NODES = 6;
  public static final int MOST_NODES = 16;

  /** Takes the edges. */
  public interface Edges {
    void join(int one, int other);
  }

  /** How many nodes a graph of about this size has. */
  int fitting(int nodes) {
    return nodes;
  }

  abstract void join(int nodes, SplittableRandom random, Edges edges);

  /**
   * Draws one of the family.
   *
   * @param noise the share of edges whose second end is led to any node
   * @param edges takes them; an edge may come twice, or lead from a node to itself
   * @return how many nodes it has
   */
  public int draw(SplittableRandom random, double noise, Edges edges) {
    int nodes = fitting(LEAST_NODES + random.nextInt(MOST_NODES - LEAST_NODES + 1));
    join(nodes, random, (one, other) -> edges.join(one, random.nextDouble() < noise ? random.nextInt(nodes) : other));
    return nodes;
  }
}
