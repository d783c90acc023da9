package studio.backprop.ui.inside.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Factor;
import studio.backprop.derivation.Place;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.workspace.run.Followed.Stop;

/** Path of the chain rule as numbers on the canvas: one for each node it passes, from where the followed number acts to the loss. */
record Way(Run run) {
  /** Single element of a layer's inputs in LaTeX. */
  private static final String NUMBER = "[a-z]_\\{.*";
  private static final Map<String, String> LETTERS = Map.of("\\hat{y}", "ŷ", "\\gamma", "γ", "\\beta", "β", "\\theta", "θ");

  /** Location of a number on the canvas; empty if no node displays it. */
  Optional<Subject> subject(Place place) {
    Network network = run.project().network();
    if (place.parameter() != null) {
      return run.learned().stream().filter(p -> p.node() == place.node() && p.name().equals(place.parameter()))
          .map(p -> new Subject(p.node(), p.name(), flat(axes(p), place.index()))).findFirst();
    }
    Optional<Shape> shape = network.find(place.node()).flatMap(node -> network.analyse().shape(node.id()));
    return shape.filter(known -> known.rank() == place.index().size())
        .map(known -> new Subject(place.node(), null, flat(known.toArray(), place.index())));
  }

  /** Location of an element of the input data: no op has made it, so it has no node of its own. */
  Optional<Subject> data(Place place, int into) {
    Network network = run.project().network();
    return network.sources(into).stream().filter(source -> source.layer().isInput())
        .flatMap(source -> network.analyse().shape(source.id()).filter(shape -> shape.rank() == place.index().size())
            .map(shape -> new Subject(source.id(), null, flat(shape.toArray(), place.index()))).stream())
        .findFirst();
  }

  private static int[] axes(Parameter parameter) {
    int[] within = parameter.spec().shape().toArray();
    if (parameter.spec().rows() == 1) {
      return within;
    }
    int[] axes = new int[within.length + 1];
    axes[0] = parameter.spec().rows();
    System.arraycopy(within, 0, axes, 1, within.length);
    return axes;
  }

  private static int flat(int[] axes, List<Integer> index) {
    int flat = 0;
    for (int axis = 0; axis < axes.length; axis++) {
      flat = flat * axes[axis] + Math.min(index.get(axis), axes[axis] - 1);
    }
    return flat;
  }

  /** Symbol without LaTeX. */
  static String letter(Place place) {
    String symbol = place.symbol().replaceFirst("_\\{.*", "");
    return LETTERS.getOrDefault(symbol, symbol);
  }

  List<Stop> stops(Explanation.Path path) {
    List<Stop> stops = new ArrayList<>();
    List<Factor> factors = path.factors();
    for (int i = factors.size() - 1; i >= 0; i--) {
      Factor factor = factors.get(i);
      if (i == factors.size() - 1) {
        source(factor).ifPresent(stops::add);
      }
      boolean leaves = i == 0 || factors.get(i - 1).node() != factor.node();
      if (leaves && factor.to().node() != 0) {
        add(stops, factor.to(), i == 0 ? Double.NaN : weight(factors.subList(0, i)));
      }
    }
    return stops;
  }

  private void add(List<Stop> stops, Place place, double weight) {
    Subject at = subject(place).orElse(new Subject(place.node(), null, -1));
    stops.add(new Stop(at, at.place() < 0 || letter(place).equals("L") ? "" : letter(place), place.value(), weight));
  }

  /** The weight with which a number enters the next node, if that is an affine map. @param before factors from the loss to there */
  private static double weight(List<Factor> before) {
    Factor next = before.get(before.size() - 1);
    return next.form().startsWith("w") ? next.value() : Double.NaN;
  }

  /** The value a weight is multiplied by; of an output, the output itself. */
  private Optional<Stop> source(Factor last) {
    Optional<Subject> from = subject(last.from());
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isWeight()) {
      double weight = last.form().startsWith("w") ? last.value() : Double.NaN;
      boolean inner = last.from().node() == last.node() && last.from().node() == last.to().node();
      return inner ? Optional.empty() : Optional.of(new Stop(from.get(), letter(last.from()), last.from().value(), weight));
    }
    Network network = run.project().network();
    List<Node> sources = network.sources(last.node());
    boolean met = sources.size() == 1 && last.form().matches(NUMBER) && last.from().index().size() == 2;
    return met ? Optional.of(new Stop(new Subject(sources.get(0).id(), null, last.from().index().get(0)), last.form().substring(0, 1),
        last.value(), last.from().value()))
        : Optional.empty();
  }
}
