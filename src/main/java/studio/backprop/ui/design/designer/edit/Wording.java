package studio.backprop.ui.design.designer.edit;

import java.text.BreakIterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Lang;

/** Localized names of nodes and wires, also for screen readers. */
public final class Wording {
  private static final String TIMES = " × ";
  /** Default name, such as dense_2. */
  private static final Pattern NUMBERED = Pattern.compile(".+_\\d+");

  private final Lang lang;

  public Wording(Lang lang) {
    this.lang = lang;
  }

  /** Problem without its remedy, which the buttons beside it offer. */
  public String fact(String sentence) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(lang.texts().locale());
    sentences.setText(sentence);
    return sentence.substring(0, sentences.next()).strip();
  }

  public String kind(Node node) {
    return lang.say(node.type().title());
  }

  /** Short form of the layer type, where there is one. */
  public String shortKind(Node node) {
    return lang.known(node.type().title().key() + ".short", kind(node));
  }

  /** Layer type or, if there are several of it, name of the node. */
  public String word(Network network, Node node) {
    boolean several = network.nodes().stream().filter(other -> other.type() == node.type()).count() > 1;
    return several && !NUMBERED.matcher(node.name()).matches() ? node.name() : kind(node);
  }

  public String title(Node node) {
    return lang.say(node.title());
  }

  public String summary(Analysis analysis, Node node) {
    return lang.say(analysis.layer(node).summary());
  }

  /** Shape in symbols: 16×4×4; a word for the scalar of a loss. */
  public String shape(Shape shape) {
    return shape.rank() == 0 ? lang.say("shape.scalar") : shape.toString();
  }

  /** Names of a shape's axes: channel × height × width. */
  String axes(Shape shape) {
    return IntStream.range(0, shape.rank()).mapToObj(axis -> lang.say(shape.title(axis))).collect(Collectors.joining(TIMES));
  }

  /** Shape with the name of each axis: 16 channel × 4 height × 4 width. */
  public String explained(Shape shape) {
    return shape.rank() == 0 ? lang.say("shape.scalar") : lang.say("shape.explained", shape.toString(), axes(shape));
  }

  /** Number of parameters in ever shorter formats, always with the word; empty without parameters. */
  public List<String> parameters(Analysis analysis, Node node) {
    long count = analysis.parameterCount(node);
    if (count == 0) {
      return node.sharesWeights() ? List.of(lang.say("node.shared")) : List.of();
    }
    return List.of(
        lang.say("node.parameters", count),
        lang.say("node.parameters.short", lang.numbers().whole(count)),
        lang.say("node.parameters.short", lang.numbers().rounded(count)));
  }

  /** Accessible text of a node: everything it shows, and its problem. */
  public String spoken(Analysis analysis, Optional<Problem> problem, Node node) {
    String gives = analysis.shape(node.id()).map(this::explained).orElse(lang.say("node.unknown"));
    String said = lang.say("node.spoken", title(node), summary(analysis, node), gives, analysis.parameterCount(node));
    return problem.map(p -> said + " " + lang.say(p.sentence())).orElse(said);
  }

  /** Accessible text of a wire: its ends and its shape. */
  public String spoken(Network network, Analysis analysis, Wire wire) {
    String from = title(network.node(wire.from()));
    String to = title(network.node(wire.to()));
    return analysis.shape(wire.from())
        .map(shape -> lang.say("wire.spoken", from, to, explained(shape)))
        .orElse(lang.say("wire.spoken.unknown", from, to));
  }
}
