package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import studio.backprop.data.Progress;

/**
 * The chain rule along single ways: ∂L/∂w = the sum over all ways from w to the loss of the product of the slopes on the way. From a number
 * the way on with the largest share of the gradient is followed first; what the ways that were not followed bring is their rest, so that
 * the shown ways and the rest always add up to the whole gradient.
 */
final class ChainRule {
  /** A way from the loss to a number. @param product of the slopes of its links, in the order from the loss */
  record Way(List<Link> links, double product) {}

  /**
   * @param gradient ∂L/∂number
   * @param ways the largest first
   * @param rest what all other ways bring together
   * @param others how many ways were begun and not followed to the end, each of which may branch further
   */
  record Chain(double gradient, List<Way> ways, double rest, int others) {}

  /** The way so far, from the number on. @param product of its slopes */
  private record Begun(Cell head, List<Link> links, double product, double share) {}

  private static final Comparator<Begun> LONGEST =
      Comparator.comparingInt((Begun way) -> way.links().size()).thenComparingDouble(way -> Math.abs(way.share()));

  private final Slopes slopes;
  private final int most;
  private final int effort;

  /**
   * @param slopes with the gradients of a pass
   * @param most ways to be told one by one
   * @param effort numbers whose dependents may be looked for
   */
  ChainRule(Slopes slopes, int most, int effort) {
    this.slopes = slopes;
    this.most = most;
    this.effort = effort;
  }

  /** @param progress hears of each number whose dependents are looked for */
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
    while (ways.isEmpty() && !begun.isEmpty()) { // among many small ways none came to its end: one is followed straight to the loss
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

  /** Adds the ways on from the end of one. @return what other ways bring there */
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
