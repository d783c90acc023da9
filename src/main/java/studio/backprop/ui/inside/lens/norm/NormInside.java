package studio.backprop.ui.inside.lens.norm;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.inside.lens.norm.NormNumbers.Group;
import studio.backprop.ui.inside.lens.norm.NormNumbers.Running;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.NumberTable;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.inside.lens.sheet.StepNames;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Inside view of a normalization: histograms of each channel or row before and after it. */
public final class NormInside implements InsideView {
  private static final int MAX_BINS = 60;
  private static final int MIN_BINS = 12;
  private static final double SHARE = 0.995;
  private static final double ROW = 46;
  /** Maximum row height, where there are few groups. */
  private static final double HIGHEST_ROW = 130;
  private static final double TOP = 46;
  private static final double LEFT = 16;
  private static final double NAME = 44;
  private static final double NARROWEST = 180;
  private static final double WIDEST = 420;
  private static final double NUMBERS = 116;
  private static final double FONT = 12;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Label title = PaintedSheet.label("panel-title");
  private final Label formula = PaintedSheet.label();
  private final NumberTable table = new NumberTable(2, 4);
  private final Label note = PaintedSheet.label("note", "mut");
  private NormNumbers numbers = new NormNumbers(false, List.of(), 0, 0);
  private List<String> names = List.of();
  private double wide = NARROWEST;
  private double row = ROW;
  private double before = 1;
  private double after = 1;
  private int chosen;

  public NormInside(LensDesk desk) {
    this.desk = desk;
    sheet.side().getChildren().addAll(title, formula, table, note);
    sheet.onWalk((down, across) -> choose(chosen + down));
    sheet.onSeen(this::arrange);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
      if (event.getY() > TOP) {
        choose((int) ((event.getY() - TOP) / row));
      }
      sheet.tip(event, event.getY() > TOP ? desk.model().saidProperty().get() : "");
    });
  }

  @Override
  public Region region() {
    return sheet;
  }

  @Override
  public boolean takesReach() {
    return false;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    OpLook op = look.example().stream().filter(one -> NormNumbers.KINDS.contains(one.kind())).findFirst().orElseThrow();
    numbers = NormNumbers.of(look, op, running(node));
    before = reach(Group::before);
    after = reach(Group::after);
    names = numbers.byRow() ? StepNames.of(desk.model(), numbers.groups().size()) : List.of();
    arrange();
    choose(chosen);
  }

  /** Running statistics of the layer, from the shown snapshot. */
  private Optional<Running> running(Node node) {
    return desk.model().run().snapshot().filter(Snapshot::hasValues).flatMap(seen -> kept(seen, node, "running_mean")
        .flatMap(means -> kept(seen, node, "running_variance").map(variances -> new Running(means, variances))));
  }

  private static Optional<float[]> kept(Snapshot seen, Node node, String name) {
    return IntStream.range(0, seen.parameters().size())
        .filter(p -> seen.parameters().get(p).node() == node.weights() && seen.parameters().get(p).name().equals(name))
        .mapToObj(p -> seen.values(p)).findFirst();
  }

  private void arrange() {
    wide = Math.max(NARROWEST, Math.min(WIDEST, (sheet.seenWidth() - LEFT - NAME) / 2 - NUMBERS));
    row = Math.max(ROW, Math.min(HIGHEST_ROW, Math.floor((sheet.seenHeight() - TOP - LEFT) / Math.max(1, numbers.groups().size()))));
    sheet.size(LEFT + NAME + 2 * (wide + NUMBERS), TOP + numbers.groups().size() * row + LEFT);
    sheet.repaint();
  }

  /** Range of the axis, common to all groups so that they can be compared. */
  private double reach(Function<Group, float[]> which) {
    Extent extent = new Extent();
    double reach = numbers.groups().stream().map(which).mapToDouble(values -> extent.quantile(values, 0, values.length, SHARE)).max()
        .orElse(1);
    return reach > 0 ? reach : 1;
  }

  private void choose(int group) {
    chosen = Math.max(0, Math.min(numbers.groups().size() - 1, group));
    sheet.repaint();
    if (!numbers.groups().isEmpty()) {
      explain(numbers.groups().get(chosen));
    }
  }

  private String name(int group) {
    return desk.lang().say(numbers.byRow() ? "lens.norm.row" : "lens.norm.channel", group + 1);
  }

  /** Index of a channel, token of a row. */
  private String sign(int group) {
    return numbers.byRow() ? names.get(group) : String.valueOf(group + 1);
  }

  private void explain(Group group) {
    Numbers digits = desk.lang().numbers();
    title.setText(name(chosen));
    formula.setText("y = γ · (x − μ) ⁄ √(σ² + ε) + β");
    table.show(numbers.byRow() ? row(group, digits) : channel(group, digits));
    note.setText(desk.lang().say(numbers.byRow() ? "lens.norm.note.row" : "lens.norm.note.channel", numbers.copied())
        + (numbers.all() > numbers.groups().size() ? " " + desk.lang().say("lens.first_of", numbers.groups().size(), numbers.all()) : ""));
    String sentence = desk.lang().say(numbers.byRow() ? "lens.norm.say.row" : "lens.norm.say.channel", name(chosen),
        digits.significant(group.mean(), 4), digits.significant(group.variance(), 4), number(group.gamma()), number(group.beta()));
    desk.model().say(sentence);
    sheet.say(sentence);
  }

  private List<List<String>> row(Group group, Numbers digits) {
    double meanAfter = NormNumbers.mean(group.after());
    double varianceAfter = NormNumbers.variance(group.after(), meanAfter);
    return List.of(
        List.of("", "", desk.lang().say("lens.norm.before"), desk.lang().say("lens.norm.after")),
        List.of(desk.lang().say("lens.norm.mean"), "μ", digits.significant(group.mean(), 4), digits.significant(meanAfter, 4)),
        List.of(desk.lang().say("lens.norm.variance"), "σ²", digits.significant(group.variance(), 4),
            digits.significant(varianceAfter, 4)));
  }

  /** Mean and variance are those of the whole batch; after normalization they are β and about γ². */
  private List<List<String>> channel(Group group, Numbers digits) {
    return List.of(
        List.of("", "", desk.lang().say("lens.norm.batch"), desk.lang().say("lens.norm.running")),
        List.of(desk.lang().say("lens.norm.mean"), "μ", digits.significant(group.mean(), 4), number(group.runningMean())),
        List.of(desk.lang().say("lens.norm.variance"), "σ²", digits.significant(group.variance(), 4), number(group.runningVariance())),
        List.of(desk.lang().say("lens.norm.scale"), "γ", digits.significant(group.gamma(), 4), ""),
        List.of(desk.lang().say("lens.norm.shift"), "β", digits.significant(group.beta(), 4), ""));
  }

  private String number(double value) {
    return Double.isNaN(value) ? "–" : desk.lang().numbers().significant(value, 4);
  }

  private void paint(GraphicsContext g, double width, double height) {
    g.setTextBaseline(VPos.CENTER);
    double second = LEFT + NAME + wide + NUMBERS;
    text(g, desk.lang().say("lens.norm.before"), Token.FG, true, LEFT + NAME, TOP - 24);
    text(g, desk.lang().say("lens.norm.after"), Token.FG, true, second, TOP - 24);
    ends(g, LEFT + NAME, before);
    ends(g, second, after);
    for (int i = 0; i < numbers.groups().size(); i++) {
      Group group = numbers.groups().get(i);
      double y = TOP + i * row;
      if (i == chosen) {
        g.setFill(desk.theme().palette().color(Token.ACCENT_SOFT));
        g.fillRoundRect(LEFT - 8, y + 1, width - LEFT, row - 2, 6, 6);
      }
      text(g, sign(i), i == chosen ? Token.ACCENT_TEXT : Token.MUT, i == chosen, LEFT, y + row / 2);
      spread(g, group.before(), before, LEFT + NAME, y, Token.WIRE, group.mean(), Math.sqrt(group.variance()));
      spread(g, group.after(), after, second, y, Token.ACCENT, group.beta(), group.gamma());
      signs(g, LEFT + NAME + wide + 12, y, "μ " + number(group.mean()), "σ² " + number(group.variance()));
      if (!numbers.byRow()) {
        signs(g, second + wide + 12, y, "γ " + number(group.gamma()), "β " + number(group.beta()));
      }
    }
  }

  private void signs(GraphicsContext g, double x, double y, String above, String below) {
    text(g, above, Token.MUT, false, x, y + row / 2 - 8);
    text(g, below, Token.MUT, false, x, y + row / 2 + 8);
  }

  private void ends(GraphicsContext g, double x, double reach) {
    String end = desk.lang().numbers().significant(reach, 2);
    text(g, "−" + end, Token.SUBT, false, x, TOP - 8);
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, end, x + wide, TOP - 8);
    g.setTextAlign(TextAlignment.CENTER);
    Painting.write(g, "0", x + wide / 2, TOP - 8);
  }

  private void text(GraphicsContext g, String text, Token token, boolean bold, double x, double y) {
    g.setFont(Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, FONT));
    g.setFill(desk.theme().palette().color(token));
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, text, x, y);
  }

  /** Histogram with mean and one standard deviation. */
  private void spread(GraphicsContext g, float[] values, double reach, double x, double y, Token token, double middle, double deviation) {
    int bins = Math.max(MIN_BINS, Math.min(MAX_BINS, values.length / 2));
    int[] counts = NormNumbers.counts(values, -reach, reach, bins);
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    double bottom = y + row - 8;
    double high = row - 14;
    g.setFill(desk.theme().palette().color(token));
    for (int bin = 0; bin < bins; bin++) {
      double length = counts[bin] * high / most;
      g.fillRect(x + bin * wide / bins, bottom - length, wide / bins - 1, length);
    }
    Color line = desk.theme().palette().color(Token.BORDER);
    g.setStroke(line);
    g.setLineWidth(1);
    g.strokeLine(x, bottom + 0.5, x + wide, bottom + 0.5);
    if (!Double.isNaN(middle) && Math.abs(middle) <= reach) {
      double at = x + (middle + reach) / (2 * reach) * wide;
      double far = Math.abs(deviation) / (2 * reach) * wide;
      g.setStroke(desk.theme().palette().color(Token.GRADIENT));
      g.setLineWidth(2);
      g.strokeLine(at, y + 5, at, bottom + 4);
      g.strokeLine(Math.max(x, at - far), bottom + 3, Math.min(x + wide, at + far), bottom + 3);
    }
  }
}
