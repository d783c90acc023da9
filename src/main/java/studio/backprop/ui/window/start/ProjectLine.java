package studio.backprop.ui.window.start;

import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo.Kind;
import studio.backprop.doctor.GradientChains;
import studio.backprop.generative.RoundLog.Count;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.EpochRecord;

/** One-line description of a project's network: "Dense 2–8–8–1", "Convolution, 3,818 parameters". */
final class ProjectLine {
  private ProjectLine() {}

  /** With its validation score, if known. */
  static Message of(Saved saved) {
    Message kind = of(saved.project().network());
    if (saved.project().assignment().isAdversarial()) {
      return rounds(saved, kind);
    }
    List<EpochRecord> epochs = saved.progressed().map(progressed -> progressed.epochs()).orElse(List.of());
    double accuracy = epochs.isEmpty() ? Double.NaN : epochs.get(epochs.size() - 1).validation().accuracy();
    return Double.isNaN(accuracy) ? kind : Message.of("start.line.accuracy", kind, accuracy);
  }

  /** The discriminator's accuracy says nothing about the generator; mode coverage does. */
  private static Message rounds(Saved saved, Message kind) {
    long rounds = saved.progressed().map(TrainingProgress::step).orElse(0L);
    NavigableMap<Long, Count> counted = saved.steps().rounds().modes();
    if (rounds == 0) {
      return kind;
    }
    if (counted.isEmpty()) {
      return Message.of("start.line.rounds", kind, rounds);
    }
    Count last = counted.lastEntry().getValue();
    boolean images = DatasetCatalog.find(saved.project().data().dataset()).filter(info -> info.kind() == Kind.IMAGES).isPresent();
    return Message.of(images ? "start.line.covered_classes" : "start.line.modes", kind, last.covered(), last.of());
  }

  static Message of(Network network) {
    List<Layer> inner =
        network.nodes().stream().map(Node::layer).filter(layer -> !layer.isInput() && !layer.isOutput()).toList();
    if (inner.isEmpty()) {
      return Message.of("start.line.empty");
    }
    long parameters = network.analyse().parameterCount();
    if (convolves(network)) {
      return Message.of("start.line.convolution", parameters);
    }
    boolean chain = network.wires().size() == network.nodes().size() - 1;
    if (chain && inner.stream().allMatch(layer -> layer.neurons() > 0)) {
      return Message.of("start.line.dense", widths(network));
    }
    return Message.of("start.line.layers", inner.size(), parameters);
  }

  static boolean convolves(Network network) {
    return network.nodes().stream().anyMatch(node -> node.layer().convolvesImages());
  }

  /** Of each network in a drawing, such as policy and critic, which share the input. */
  private static String widths(Network network) {
    String inputs = widths(network.nodes().stream().filter(node -> node.layer().isInput()).toList());
    return GradientChains.split(network, network.nodes(), Node::id).stream().map(nodes -> inputs + "–" + widths(nodes))
        .collect(Collectors.joining(" + "));
  }

  private static String widths(List<Node> nodes) {
    return nodes.stream().map(Node::layer)
        .filter(layer -> !layer.isOutput())
        .map(layer -> String.valueOf(layer.dataShape().map(Shape::count).orElse((long) layer.neurons())))
        .collect(Collectors.joining("–"));
  }
}
