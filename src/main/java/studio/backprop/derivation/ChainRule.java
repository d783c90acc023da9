package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import studio.backprop.data.Progress;

/**
 * Chain rule along single paths: ∂L/∂w is the sum over all paths from w to the loss of the product of local derivatives. Follows the
 * largest shares of the gradient first; the remaining paths are summed as a rest, so that both add up to the gradient.
 */
final class ChainRule {
  /** Path from the loss to an element. @param product of the local derivatives */
  record Way(List<Link> links, double product) {}

  /**
   * @param gradient ∂L/∂number
   * @param ways in descending order
   * @param rest sum over all other paths
   * @param others number of unfinished paths, each of which may branch
   */
  record Chain(double gradient, List<Way> ways, double rest, int others) {}

  /** Unfinished path from the element. @param product of its derivatives */
  private record Begun(Cell head, List<Link> links, double product, double share) {}

  private static final Comparator<Begun> LONGEST =
      Comparator.comparingInt((Begun way) -> way.links().size()).thenComparingDouble(way -> Math.abs(way.share()));

  private final Slopes slopes;
  private final int most;
  private final int effort;

  /**
   * @param slopes with the gradients of a pass
   * @param most limit of single paths
   * @param effort limit of expanded elements
   */
  ChainRule(Slopes slopes, int most, int effort) {
    this.slopes = slopes;
    this.most = most;
    this.effort = effort;
  }

  /** @param progress notified of each expanded element */
  Chain to(Cell number, Progress progress) {
    double gradient = slopes.gradient(number);
    PriorityQueue<Begun> begun = new PriorityQueue<>(Comparator.comparingDouble((Begun way) -> -Math.abs(way.share())));
    begun.add(new Begun(number, List.of(), 1, gradient));
    List<Way> ways = new ArrayList<>();
    double rest = 0;
    for (int looked = 0; !begun.isEmpty() && ways.size() < most && looked < effort; looked++) {
      progress.step(looked, effort);
      Begun way = begun.poll();
      if (slopes.plan().isLoss(way.head().tensor())) {
        ways.add(new Way(way.links(), way.product()));
        continue;
      }
      rest += goOn(way, begun);
    }
    while (ways.isEmpty() && !begun.isEmpty()) { // no path is complete: follows one depth-first
      Begun way = begun.stream().max(LONGEST).orElseThrow();
      begun.remove(way);
      if (slopes.plan().isLoss(way.head().tensor())) {
        ways.add(new Way(way.links(), way.product()));
      } else {
        rest += goOn(way, begun);
      }
    }
    rest += begun.stream().mapToDouble(Begun::share).sum();
    ways.sort(Comparator.comparingDouble(way -> -Math.abs(way.product())));
    return new Chain(gradient, ways, rest, begun.size());
  }

  /** Expands a path. @return sum over the other paths */
  private double goOn(Begun way, PriorityQueue<Begun> begun) {
    Slopes.Ways on = slopes.from(way.head());
    on.links().forEach(link -> begun.add(longer(way, link)));
    return way.product() * on.rest();
  }

  private static Begun longer(Begun way, Link link) {
    List<Link> links = new ArrayList<>(way.links().size() + 1);
    links.add(link);
    links.addAll(way.links());
    return new Begun(link.to(), links, way.product() * link.slope(), way.product() * link.share());
  }
}
