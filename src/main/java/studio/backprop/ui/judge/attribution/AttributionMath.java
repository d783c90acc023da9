package studio.backprop.ui.judge.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.attribution.Attribution;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.GradCam;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.text.Formulas;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.workspace.attribution.AttributionFeed;
import studio.backprop.ui.workspace.attribution.SeenAttribution;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.PartTexts;

/**
 * Attribution of the prediction under the formulas of the selected node, with current numbers: Grad-CAM for a convolution of images,
 * gradient × input and integrated gradients for an input.
 */
public final class AttributionMath extends VBox {
  private static final double LETTERS = 15;
  private static final int MOST = 3;

  private final AttributionFeed feed;
  private final DocumentModel document;
  private final Lang lang;
  private final AttributionTexts words;
  private final PartTexts parts;
  private final VBox cam;
  private final VBox linear;
  private final VBox integrated;
  private final Label title = new Label();

  /** @param shown whether the formulas are visible */
  public AttributionMath(AttributionFeed feed, DocumentModel document, Lang lang, Typesetter typesetter, ObservableValue<Boolean> shown) {
    this.feed = feed;
    this.document = document;
    this.lang = lang;
    this.words = new AttributionTexts(lang);
    this.parts = new PartTexts(lang);
    cam = entry("reason.method.grad_cam", typesetter);
    linear = entry("reason.method.gradient_input", typesetter);
    integrated = entry("reason.method.integrated_gradients", typesetter);
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("reason.math"));
    getStyleClass().addAll("math", "attribution-math");
    setId("attribution-math");
    getChildren().addAll(title, cam, linear, integrated);
    shown.subscribe(now -> choose(now));
    document.selectionProperty().subscribe(now -> choose(shown.getValue()));
    document.projectProperty().subscribe(now -> choose(shown.getValue()));
    feed.seenProperty().subscribe(now -> show());
    lang.whenWrittenAnew(this::show);
  }

  private VBox entry(String key, Typesetter typesetter) {
    Label name = new Label();
    name.getStyleClass().add("strong");
    name.textProperty().bind(lang.bind(key));
    Formula formula = new Formula(typesetter, LETTERS);
    formula.latexProperty().set(Formulas.of(Message.of(key)).orElseThrow());
    VBox entry = new VBox(name, formula, Labels.wrapped("", "note"));
    entry.getStyleClass().add("entry");
    return entry;
  }

  private static void say(VBox entry, Stream<String> lines) {
    ((Label) entry.getChildren().get(2)).setText(lines.collect(Collectors.joining("\n")));
  }

  private Optional<Node> node() {
    return document.selectedNode().flatMap(document.network()::find);
  }

  private boolean hasMaps() {
    Network network = document.network();
    return !network.outputs().isEmpty() && node().filter(node -> Reasons.layers(network).contains(node.id())).isPresent();
  }

  private boolean isInput() {
    return node().filter(node -> node.layer().isInput()).isPresent();
  }

  /** Computes only while visible. */
  private void choose(boolean shown) {
    boolean maps = shown && hasMaps();
    boolean input = shown && isInput();
    feed.methodProperty().set(maps ? AttributionMethod.GRAD_CAM : AttributionMethod.INTEGRATED_GRADIENTS);
    feed.layerProperty().set(maps ? OptionalInt.of(node().orElseThrow().id()) : OptionalInt.empty());
    feed.watchedProperty().set(maps || input);
    show();
  }

  private void show() {
    SeenAttribution now = feed.watchedProperty().get() ? feed.seenProperty().get().orElse(null) : null;
    boolean maps = now != null && now.cam().isPresent() && feed.layerProperty().get().equals(OptionalInt.of(now.layer()));
    boolean sums = now != null && now.map().integral().isPresent() && isInput();
    Sight.show(this, maps || sums);
    Sight.show(cam, maps);
    Sight.show(linear, sums);
    Sight.show(integrated, sums);
    if (maps) {
      say(cam, camLines(now, now.cam().orElseThrow()));
    } else if (sums) {
      say(linear, Stream.concat(Stream.of(score(now)), strongest(now, now.linear())));
      say(integrated, Stream.concat(strongest(now, now.map().parts()), Stream.of(sum(now, now.map().integral().orElseThrow()))));
    }
  }

  private String score(SeenAttribution now) {
    ScoreSum scores = new ScoreSum(words, now.score(), now.baseline());
    return lang.say("reason.math.score", now.subject(lang), scores.said(now.score()), scores.said(now.baseline()));
  }

  private Stream<String> camLines(SeenAttribution now, GradCam found) {
    double[] weights = found.weights();
    List<Integer> order = IntStream.range(0, weights.length).boxed().sorted((a, b) -> Double.compare(weights[b], weights[a])).toList();
    String largest = order.stream().limit(MOST).map(k -> alpha(k, weights)).collect(Collectors.joining(", "));
    String smallest = order.subList(Math.max(0, order.size() - MOST), order.size()).stream().map(k -> alpha(k, weights))
        .collect(Collectors.joining(", "));
    double most = Arrays.stream(found.map()).max().orElse(0);
    return Stream.of(lang.say("reason.math.class", now.subject(lang), words.number(now.score())),
        lang.say("reason.math.alpha", largest, smallest), found.isEmpty() ? lang.say("reason.math.empty")
            : lang.say("reason.math.most", words.number(most)));
  }

  private String alpha(int filter, double[] weights) {
    return lang.say("reason.math.filter", Numbers.lowered(filter + 1), words.signed(weights[filter]));
  }

  private Stream<String> strongest(SeenAttribution now, double[] values) {
    float[] raw = new float[now.data().dataset().width()];
    now.example().copyRawInput(now.data(), raw);
    int columns = now.data().dataset().isImages() ? now.data().dataset().inputShape().size(2) : 1;
    return IntStream.range(0, values.length).boxed().sorted((a, b) -> Double.compare(Math.abs(values[b]), Math.abs(values[a]))).limit(MOST)
        .map(part -> lang.say("reason.math.part", parts.part(now.data(), now.parts(), raw, part, columns), words.signed(values[part])));
  }

  private String sum(SeenAttribution now, Attribution found) {
    ScoreSum scores = new ScoreSum(words, now.score(), now.baseline());
    return lang.say("reason.math.sum", scores.said(found.sum()), scores.said(now.score()), scores.taken(),
        scores.said(scores.difference()), found.steps());
  }
}
