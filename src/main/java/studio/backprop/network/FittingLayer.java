package studio.backprop.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.backprop.layer.Inference;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Output;
import studio.backprop.tensor.Shape;

/**
 * A layer that can be connected to a dangling wire.
 *
 * @param shape its output there, where known
 */
public record FittingLayer(LayerType type, Layer layer, Optional<Shape> shape) {
  /**
   * Layer types that accept a node's output, in catalog order. A merging layer fits if it could merge the output with one of the same
   * shape.
   *
   * @param fresh initial layer of a type behind that node
   */
  public static List<FittingLayer> after(Network network, int node, Function<LayerType, Layer> fresh) {
    Optional<Shape> given = network.analyse().shape(node);
    List<FittingLayer> fitting = new ArrayList<>();
    for (LayerType type : offered(network)) {
      Layer layer = fresh.apply(type);
      if (layer.arity().max() > 0) {
        if (given.isEmpty()) {
          fitting.add(new FittingLayer(type, layer, Optional.empty()));
        } else {
          gives(layer, given.get()).ifPresent(shape -> fitting.add(new FittingLayer(type, layer, Optional.of(shape))));
        }
      }
    }
    return fitting;
  }

  /**
   * Layer types whose output a node accepts, given its present input or, without one, that of any node.
   *
   * @param fresh initial layer of a type
   */
  public static List<FittingLayer> before(Network network, int node, Function<LayerType, Layer> fresh) {
    Analysis analysis = network.analyse();
    Set<Shape> feeds = feeds(network, analysis, node);
    List<FittingLayer> fitting = new ArrayList<>();
    for (LayerType type : offered(network)) {
      Layer layer = fresh.apply(type);
      if (layer.arity().max() == 0) {
        Optional<Shape> shape = Optional.ofNullable(layer.infer(List.of()).shape());
        shape.filter(s -> takes(network, analysis, node, s)).ifPresent(s -> fitting.add(new FittingLayer(type, layer, shape)));
      } else if (!(layer instanceof Output) && (feeds.isEmpty() || feeds.stream().anyMatch(feed ->
          gives(layer, feed).filter(s -> takes(network, analysis, node, s)).isPresent()))) {
        Optional<Shape> shape = feeds.size() == 1 ? gives(layer, feeds.iterator().next()) : Optional.empty();
        fitting.add(new FittingLayer(type, layer, shape));
      }
    }
    return fitting;
  }

  /** All layer types, where neither predecessor nor successor is known. */
  public static List<FittingLayer> anywhere(Network network, Function<LayerType, Layer> fresh) {
    return offered(network).stream().map(type -> new FittingLayer(type, fresh.apply(type), Optional.empty())).toList();
  }

  /** Without losses if the network has one. */
  private static List<LayerType> offered(Network network) {
    boolean complete = !network.outputs().isEmpty();
    return LayerCatalog.types().stream().filter(type -> !(complete && type.fresh() instanceof Output)).toList();
  }

  private static Set<Shape> feeds(Network network, Analysis analysis, int node) {
    List<Node> sources = network.sources(node);
    boolean replaced = network.node(node).layer().arity().max() == 1 && !sources.isEmpty();
    Set<Shape> feeds = new LinkedHashSet<>();
    for (Node feed : replaced ? sources : network.nodes()) {
      boolean leadsBack = network.leads(node, feed.id()) || feed.layer() instanceof Output;
      analysis.shape(feed.id()).filter(shape -> !leadsBack).ifPresent(feeds::add);
    }
    return feeds;
  }

  private static Optional<Shape> gives(Layer layer, Shape fed) {
    return Optional.ofNullable(layer.infer(layer.beside(fed)).shape());
  }

  private static boolean takes(Network network, Analysis analysis, int node, Shape given) {
    Layer layer = network.node(node).layer();
    List<Shape> inputs = new ArrayList<>();
    if (layer.arity().max() > 1) {
      network.sources(node).forEach(source -> inputs.add(analysis.shape(source.id()).orElse(given)));
    }
    do {
      inputs.add(given);
    } while (inputs.size() < layer.arity().min());
    Inference inference = layer.infer(inputs);
    return inference.ok();
  }
}
