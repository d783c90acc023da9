package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.ui.kit.DrawnGraph;
import studio.backprop.ui.kit.GraphDrawing;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.DataTexts;

/**
 * Node classification of a graph, fainter with less certainty, beside the confusion matrix. Training nodes have a dark rim, misclassified
 * nodes of the evaluated part a red one; test nodes are not evaluated.
 */
final class NodeClassificationView implements Picture {
  private static final double FAINTEST = 0.25;
  private static final double RIM = 1;
  private static final double BOLD = 2.5;
  private static final double NUMBERED = 8;
  private static final double SMALL_FONT = 10;
  private static final double LARGE = 1.5;
  /** The matrix's share of the width. */
  private static final double MATRIX = 0.4;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final ConfusionView matrix;
  private final HBox node;
  private NetworkOutput.Confusion answer;
  private DrawnGraph nodes;
  private PreparedData drawn;
  private int focused;

  NodeClassificationView(OutputModel model, Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.matrix = new ConfusionView(model, lang, theme);
    painting.setMinSize(0, 0);
    painting.focusedProperty().subscribe(painting::repaint);
    StackPane graph = PlotInteraction.pane(painting, readout, this::read, this::press, this::key);
    graph.setMinSize(0, 0);
    graph.setPrefWidth(0);
    HBox.setHgrow(graph, Priority.ALWAYS);
    this.node = new HBox(graph, matrix.node());
    matrix.node().setMinWidth(0);
    matrix.node().prefWidthProperty().bind(node.widthProperty().multiply(MATRIX));
    node.getStyleClass().add("graph-answer");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Optional<Node> tool() {
    return matrix.tool();
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    return matrix.detail(shown);
  }

  @Override
  public void show(NetworkOutput shown, boolean anew) {
    answer = (NetworkOutput.Confusion) shown;
    if (drawn != answer.judged().data()) {
      drawn = answer.judged().data();
      nodes = DrawnGraph.of(drawn.dataset()).orElseThrow();
      focused = 0;
    }
    matrix.show(shown, anew);
    mark();
  }

  @Override
  public void mark() {
    painting.repaint();
    painting.setAccessibleText(say(focused));
  }

  // --- drawing

  private GraphDrawing drawing() {
    return new GraphDrawing(nodes.layout(), painting.getWidth(), painting.getHeight());
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (answer == null) {
      return;
    }
    Palette palette = theme.palette();
    GraphDrawing drawing = drawing();
    drawing.edges(g, palette.color(Token.BORDER));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    if (g.getTransform().getMxx() < LARGE) { // else the usual font size fits
      g.setFont(Font.font(g.getFont().getFamily(), SMALL_FONT));
    }
    for (int i = 0; i < nodes.nodes(); i++) {
      Color fill = palette.color(Token.BG).interpolate(palette.ofClass(predicted(i)), strength(i));
      boolean marked = part(i) == Part.TRAIN || wrong(i);
      Token rim = wrong(i) ? Token.BAD : part(i) == Part.TRAIN ? Token.FG : Token.BORDER;
      drawing.node(g, i, fill, palette.color(painting.isFocused() && i == focused ? Token.ACCENT : rim), marked ? BOLD : RIM);
      if (drawing.radius() >= NUMBERED) {
        g.setFill(palette.textOn(fill));
        Painting.write(g, String.valueOf(i + 1), drawing.x(i), drawing.y(i));
      }
    }
  }

  private Predictions said() {
    return answer.predictions();
  }

  private int predicted(int i) {
    return said().classOf(answer.judged().part(), 0, i);
  }

  private double certainty(int i) {
    return said().score(answer.judged().part(), 0, i, predicted(i));
  }

  /** Opacity, from pure chance to certainty. */
  private double strength(int i) {
    double chance = 1.0 / drawn.dataset().classNames().size();
    double sure = said().isProbability() ? (certainty(i) - chance) / (1 - chance) : 1;
    return FAINTEST + (1 - FAINTEST) * Math.max(0, Math.min(1, sure));
  }

  private Part part(int i) {
    return nodes.part(drawn, i);
  }

  private boolean wrong(int i) {
    return part(i) != Part.TEST && nodes.classes()[i] < drawn.dataset().classNames().size() && nodes.classes()[i] != predicted(i);
  }

  // --- mouse and keys

  private void read(MouseEvent place) {
    readout.hide();
    if (answer != null) {
      drawing().at(place.getX(), place.getY()).ifPresent(
          i -> readout.showAt(place.getX(), place.getY(), painting.getWidth(), painting.getHeight(), say(i)));
    }
  }

  private void press(MouseEvent place) {
    painting.requestFocus();
    OptionalInt hit = answer == null ? OptionalInt.empty() : drawing().at(place.getX(), place.getY());
    hit.ifPresent(this::go);
  }

  private void key(KeyEvent key) {
    int step = switch (key.getCode()) {
      case LEFT, UP -> -1;
      case RIGHT, DOWN -> 1;
      default -> 0;
    };
    if (step != 0 && answer != null) {
      go(Math.floorMod(focused + step, nodes.nodes()));
      key.consume();
    }
  }

  private void go(int i) {
    focused = i;
    mark();
  }

  // --- texts

  private String say(int i) {
    DataTexts words = new DataTexts(lang);
    String taken = words.ofClass(drawn.dataset(), predicted(i));
    String sure = said().isProbability() ? lang.numbers().probability(certainty(i)) : lang.numbers().significant(certainty(i), 3);
    String part = part(i).name().toLowerCase(Locale.ROOT);
    return part(i) == Part.TEST
        ? lang.say("plots.node_test", i + 1, taken, sure)
        : lang.say("plots.node_" + part, i + 1, taken, sure, words.ofClass(drawn.dataset(), nodes.classes()[i]));
  }
}
