package studio.backprop.ui.inside.lens.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.op.NeighbourAttention;
import studio.backprop.op.SumNeighbours;
import studio.backprop.ui.inside.lens.graph.GraphNumbers.Term;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.NumberTable;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.GraphDrawing;
import studio.backprop.ui.kit.GraphLayout;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Inside view of a graph layer: nodes coloured by one feature, and the messages that a node aggregates along its edges. */
public final class GraphInside implements InsideView {
  private static final int TERMS = 12;
  private static final double TINY = 1e-12;
  private static final double EDGE = 24;
  private static final double WIDEST = 14;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Label featureSaid = PaintedSheet.label("note", "mut");
  private final Label title = PaintedSheet.label("panel-title");
  private final Label formula = PaintedSheet.label();
  private final NumberTable table = new NumberTable(1, 4);
  private final Label note = PaintedSheet.label("note", "mut");
  private GraphNumbers numbers;
  private GraphLayout layout;
  private int[] edges = {};
  /** Indices of the drawn nodes. */
  private int[] seen = {};
  private String said = "";
  private int feature;
  private int chosen;

  public GraphInside(LensDesk desk) {
    this.desk = desk;
    HBox features = new HBox(
        desk.arrow(Icon.CHEVRON_LEFT, "lens.graph.feature.previous", () -> turn(-1)),
        desk.arrow(Icon.CHEVRON_RIGHT, "lens.graph.feature.next", () -> turn(1)), featureSaid);
    features.getStyleClass().addAll("below", "features");
    sheet.fill(features);
    sheet.side().getChildren().addAll(title, formula, table, note);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
      if (layout != null) {
        drawing().at(event.getX() - EDGE, event.getY() - EDGE).ifPresentOrElse(place -> {
          choose(seen[place]);
          sheet.tip(event, said);
        }, () -> sheet.tip(event, ""));
      }
    });
    sheet.onWalk((down, across) -> {
      if (numbers != null) {
        turn(across);
        choose(seen[Math.floorMod(place(chosen) + down, seen.length)]);
      }
    });
    sheet.onSeen(sheet::repaint);
  }

  private void turn(int features) {
    feature = Math.floorMod(feature + features, numbers.features());
    choose(chosen);
  }

  @Override
  public Region region() {
    return sheet;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    OpLook op = look.example().stream().filter(one -> one.kind() == SumNeighbours.class || one.kind() == NeighbourAttention.class)
        .findFirst().orElseThrow();
    numbers = GraphNumbers.of(op);
    int[] now = numbers.edges();
    if (layout == null || !Arrays.equals(now, edges)) {
      edges = now;
      seen = seen();
      layout = GraphLayout.of(seen.length, Arrays.stream(edges).map(this::place).toArray());
    }
    feature = Math.min(feature, numbers.features() - 1);
    choose(seen[Math.max(0, place(chosen))]);
  }

  /** In a dataset of many graphs, nodes without edges are padding. */
  private int[] seen() {
    boolean graphs = desk.model().run().runProperty().get().data().dataset().isGraphs() && edges.length > 0;
    return graphs ? Arrays.stream(edges).distinct().sorted().toArray() : IntStream.range(0, numbers.nodes()).toArray();
  }

  /** Index among the drawn nodes; negative if not drawn. */
  private int place(int node) {
    return Arrays.binarySearch(seen, node);
  }

  private GraphDrawing drawing() {
    return new GraphDrawing(layout, sheet.seenWidth() - 2 * EDGE, sheet.seenHeight() - 2 * EDGE);
  }

  /** Messages to the chosen node, or gradients back to it. */
  private List<Term> terms() {
    return gradients() ? numbers.back(chosen, feature) : numbers.terms(chosen, feature);
  }

  private boolean gradients() {
    return desk.model().quantityProperty().get() == Quantity.GRADIENTS && numbers.gradients() != null;
  }

  private void choose(int node) {
    chosen = node;
    Numbers digits = desk.lang().numbers();
    featureSaid.setText(desk.lang().say("lens.graph.feature", feature + 1, numbers.features()));
    boolean back = gradients();
    title.setText(desk.lang().say(back ? "lens.graph.node.back" : "lens.graph.node", node + 1));
    formula.setText(desk.lang()
        .say((back ? "lens.graph.formula.back." : "lens.graph.formula.") + (numbers.attends() ? "attention" : "sum")));
    List<Term> terms = terms();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(
        desk.lang().say("lens.graph.from"), desk.lang().say("lens.graph.weight"), back ? "∂L/∂y" : desk.lang().say("lens.graph.said"),
        desk.lang().say("lens.graph.product")));
    terms.stream().limit(TERMS).forEach(term -> rows.add(List.of(
        String.valueOf(term.from() + 1), digits.fixed(term.weight(), 3), written(term.said()), written(term.product()))));
    if (terms.size() > TERMS) {
      double rest = terms.stream().skip(TERMS).mapToDouble(Term::product).sum();
      rows.add(List.of(desk.lang().say("lens.attention.others", terms.size() - TERMS), "", "", written(rest)));
    }
    if (numbers.bias() != null && !back) {
      rows.add(List.of(desk.lang().say("lens.graph.bias"), "", "", digits.fixed(numbers.bias(feature), 4)));
    }
    double sum = back ? terms.stream().mapToDouble(Term::product).sum() : numbers.heard(node, feature);
    rows.add(List.of(desk.lang().say("lens.attention.sum"), "", "", written(sum)));
    table.show(rows);
    note.setText(desk.lang().say(!back ? "lens.graph.note" : numbers.attends() ? "lens.graph.note.back.attention"
        : "lens.graph.note.back"));
    String gradient = numbers.gradients() == null ? "–" : digits.significant(numbers.gradients()[node * numbers.features() + feature], 3);
    said = desk.lang().say("lens.graph.say", node + 1, feature + 1, digits.significant(numbers.heard(node, feature), 4), gradient,
        numbers.terms(node, feature).size());
    desk.model().say(said);
    sheet.say(said);
    sheet.repaint();
  }

  /** Values are of similar size and aligned in columns; gradients are of any size. */
  private String written(double number) {
    return gradients() ? desk.lang().numbers().significant(number, 3) : desk.lang().numbers().fixed(number, 4);
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (numbers == null || sheet.seenWidth() <= 2 * EDGE) {
      return;
    }
    GraphDrawing drawing = drawing();
    g.translate(EDGE, EDGE);
    drawing.edges(g, desk.theme().palette().color(Token.BORDER));
    messages(g, drawing);
    float[] shown = gradients() ? numbers.gradients() : numbers.heard();
    double limit = Math.max(TINY, limit(shown));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int place = 0; place < seen.length; place++) {
      int node = seen[place];
      Color fill = desk.theme().palette().signed().color(shown[node * numbers.features() + feature] / limit);
      boolean near = node == chosen || numbers.weight(chosen, node, feature) != 0;
      drawing.node(g, place, fill, desk.theme().palette().color(near ? Token.ACCENT : Token.WIRE), node == chosen ? 4 : near ? 2 : 1);
      if (drawing.radius() >= 9) {
        g.setFill(desk.theme().palette().textOn(fill));
        Painting.write(g, String.valueOf(node + 1), drawing.x(place), drawing.y(place));
      }
    }
    g.translate(-EDGE, -EDGE);
  }

  private double limit(float[] shown) {
    float[] column = new float[numbers.nodes()];
    for (int node = 0; node < column.length; node++) {
      column[node] = shown[node * numbers.features() + feature];
    }
    return desk.model().limit(false, new Extent().largest(column));
  }

  /** Edges of the chosen node: width by magnitude of the weight, colour by its sign. */
  private void messages(GraphicsContext g, GraphDrawing drawing) {
    for (Term term : terms()) {
      if (term.from() != chosen && place(term.from()) >= 0) {
        g.setStroke(desk.theme().palette().color(term.product() < 0 ? Token.GRADIENT : Token.ACCENT));
        g.setLineWidth(Math.max(1.5, Math.abs(term.weight()) * WIDEST));
        g.strokeLine(drawing.x(place(term.from())), drawing.y(place(term.from())), drawing.x(place(chosen)), drawing.y(place(chosen)));
      }
    }
  }
}
