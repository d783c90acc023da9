package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Families of graphs of different topology and equal sizes. */
public enum GraphFamily {
  /** Cycle. */
  RING {
    @Override
    void join(int nodes, SplittableRandom random, Edges edges) {
      for (int node = 0; node < nodes; node++) {
        edges.join(node, (node + 1) % nodes);
      }
    }
  },
  STAR {
    @Override
    void join(int nodes, SplittableRandom random, Edges edges) {
      for (int node = 1; node < nodes; node++) {
        edges.join(0, node);
      }
    }
  },
  /** Random tree in which each node has at most two children. */
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
  /** Grid with edges between neighbours in rows and columns. */
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

  /** Receiver of edges. */
  public interface Edges {
    void join(int one, int other);
  }

  /** Node count of a graph of about this size. */
  int fitting(int nodes) {
    return nodes;
  }

  abstract void join(int nodes, SplittableRandom random, Edges edges);

  /**
   * Draws a graph of the family.
   *
   * @param noise share of edges whose second end is random
   * @param edges receives them; may contain duplicates and loops
   * @return its number of nodes
   */
  public int draw(SplittableRandom random, double noise, Edges edges) {
    int nodes = fitting(LEAST_NODES + random.nextInt(MOST_NODES - LEAST_NODES + 1));
    join(nodes, random, (one, other) -> edges.join(one, random.nextDouble() < noise ? random.nextInt(nodes) : other));
    return nodes;
  }
}
