package studio.backprop.ui.inside.lens.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.derivation.NumberLoss;
import studio.backprop.layer.Loss;
import studio.backprop.layer.LossRule;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.Snapshot;
import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.LossOp;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.inside.lens.sheet.StepNames;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.ui.workspace.run.LossFormula;

/** Inside view of a loss: predictions beside targets, the loss, and the losses of the batch's examples, the largest first. */
public final class LossInside implements InsideView {
  private static final int MAX_BARS = 16;
  private static final double ROW = LossPen.ROW;
  private static final double TOP = LossPen.TOP;
  private static final double NUMBER = LossPen.NUMBER;
  private static final double LEFT = 16;
  private static final double NAME = 110;
  private static final double MIN_BAR = 150;
  private static final double MAX_BAR = 340;
  private static final double BETWEEN = 48;
  private static final Set<Class<?>> READ_PAST = Set.of(CrossEntropyLogits.class, BinaryCrossEntropyLogits.class);

  private final LensDesk desk;
  private final DataTexts data;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Label title = PaintedSheet.label("panel-title");
  private final Label answerSaid = PaintedSheet.label("note", "mut");
  private final Label formula = PaintedSheet.label();
  private final Label added = PaintedSheet.label("note", "mut");
  private final Label slope = PaintedSheet.label("note", "mut");
  private final Label weighted = PaintedSheet.label("note", "mut");
  private Optional<LossNumbers> batch = Optional.empty();
  private List<String> names = List.of();
  private LossNumbers example;
  private float[] shares = {};
  private LossRule rule = LossRule.of(Loss.MSE);
  /** Whether the loss is fused with a softmax or sigmoid: the gradient of the logits is prediction minus target. */
  private boolean readsPast;
  /** Sum of losses added by other ops, such as the KL divergence of Gaussian sampling. */
  private double others;
  private int answer;
  private int pointed;
  private double bar = MIN_BAR;

  public LossInside(LensDesk desk) {
    this.desk = desk;
    sheet.say(desk.lang().say("lens.title"));
    this.data = new DataTexts(desk.lang());
    sheet.side().getChildren().addAll(title, answerSaid, formula, added, slope, weighted);
    for (Label line : List.of(answerSaid, added, weighted)) {
      line.managedProperty().bind(line.textProperty().isNotEmpty());
    }
    sheet.onSeen(this::arrange);
    sheet.onWalk(this::walk);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
      boolean bars = example != null && event.getY() > TOP && event.getX() < batchLeft() && event.getY() < TOP + shown().size() * ROW;
      if (bars) {
        point((int) ((event.getY() - TOP) / ROW));
      }
      sheet.tip(event, bars ? desk.model().saidProperty().get() : "");
    });
  }

  private void walk(int down, int across) {
    if (example != null) {
      answer = Math.max(0, Math.min(example.answers() - 1, answer + across));
      point(Math.max(0, pointed + down));
      refresh();
    }
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
    Dataset dataset = desk.model().run().runProperty().get().data().dataset();
    names = dataset.task() == Task.CLASSES ? data.classes(dataset) : List.of();
    Snapshot snapshot = desk.model().run().snapshot().orElseThrow();
    weighted.setText(snapshot.weighs() ? desk.lang().say("lens.loss.weighted") : "");
    Activations seen = snapshot.activations();
    OpLook op = loss(look.example()).orElseThrow();
    int width = names.size() > 0 && op.inputs().get(0).shape().count() % names.size() == 0 ? names.size() : 1;
    rule = node.layer().lossRule().orElseThrow();
    readsPast = READ_PAST.contains(op.kind());
    others = op.inputs().stream().skip(2).mapToDouble(cost -> cost.values()[0]).sum();
    example = LossNumbers.of(op, width);
    batch = loss(look.batch()).map(one -> LossNumbers.of(one, width));
    shares = seen.prediction();
    answer = Math.min(answer, example.answers() - 1);
    refresh();
  }

  private static Optional<OpLook> loss(List<OpLook> ops) {
    return ops.stream().filter(op -> LossOp.class.isAssignableFrom(op.kind())).findFirst();
  }

  private String name(int place) {
    int one = example.width() == 1 ? place + names.size() - 1 : place; // a single share is that of the second class
    return one >= 0 && one < names.size() ? StepNames.visible(names.get(one)) : desk.lang().say("lens.loss.value");
  }

  private List<Integer> shown() {
    return example.shown(shares, 0, answer, MAX_BARS);
  }

  private void refresh() {
    arrange();
    explain();
  }

  /** Shares the visible width out to both columns of bars. */
  private void arrange() {
    if (example == null) {
      return;
    }
    double words = LEFT + NAME + 2 * NUMBER + BETWEEN + BatchCosts.NAMES + NUMBER;
    bar = Math.max(MIN_BAR, Math.min(MAX_BAR, Math.floor((sheet.seenWidth() - words) / 2)));
    int rows = Math.max(shown().size(), batch.map(now -> Math.min(now.costs().length, BatchCosts.MAX_EXAMPLES)).orElse(0));
    sheet.size(words + 2 * bar, TOP + (rows + 1) * ROW);
    sheet.repaint();
  }

  private double batchLeft() {
    return LEFT + NAME + bar + 2 * NUMBER + BETWEEN;
  }

  private void point(int row) {
    pointed = Math.min(row, shown().size() - 1);
    int place = shown().get(pointed);
    int at = example.at(0, answer) + place;
    Numbers digits = desk.lang().numbers();
    String gradient = example.gradients() == null ? "–" : digits.significant(example.gradients()[at], 4);
    String sentence = desk.lang().say(
        "lens.loss.say", name(place), digits.significant(shares[at], 4), digits.significant(example.target()[at], 4), gradient);
    desk.model().say(sentence);
    sheet.say(sentence);
    sheet.repaint();
  }

  private void explain() {
    Numbers digits = desk.lang().numbers();
    title.setText(desk.lang().say("lens.loss.example", digits.significant(example.costs()[0], 4)));
    answerSaid.setText(example.answers() == 1 ? "" : desk.lang().say("lens.loss.answer", answer + 1, example.answers()));
    if (!example.known(0, answer)) {
      formula.setText(desk.lang().say("lens.loss.unknown"));
      added.setText("");
      slope.setText("");
      return;
    }
    added.setText(others == 0 ? "" : desk.lang().say("lens.loss.added", digits.significant(others / example.answersKnown(), 4)));
    formula.setText(formula(digits));
    boolean past = !names.isEmpty() && readsPast;
    slope.setText(desk.lang().say(!past ? "lens.loss.slope.value" : example.width() == 1 ? "lens.loss.slope.share"
        : "lens.loss.slope.classes"));
  }

  private String formula(Numbers digits) {
    int at = example.at(0, answer);
    if (!percents()) {
      int one = at + (example.width() == 1 ? 0 : shown().get(Math.min(pointed, shown().size() - 1)));
      return LossFormula.ofNumber(rule, shares[one], example.target()[one], digits).line(digits);
    }
    float[] right = Arrays.copyOfRange(example.target(), at, at + example.width());
    String name = example.width() == 1 ? StepNames.visible(names.get(right[0] > 0.5f ? 1 : 0))
        : name(example.largest(example.target(), 0, answer));
    return LossFormula.ofShares(Arrays.copyOfRange(shares, at, at + example.width()), right, name, digits).line(digits);
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (example == null) {
      return;
    }
    g.setTextBaseline(VPos.CENTER);
    LossPen pen = new LossPen(desk, g);
    head(pen);
    List<Integer> places = shown();
    double limit = limit(places);
    for (int row = 0; row < places.size(); row++) {
      bar(pen, row, places.get(row), limit);
    }
    batch.ifPresentOrElse(now -> new BatchCosts(desk, pen, this::name).paint(now, batchLeft(), bar),
        () -> pen.text(desk.lang().say("lens.loss.no_batch"), Token.MUT, false, TextAlignment.LEFT, batchLeft(), TOP + ROW / 2));
  }

  private boolean percents() {
    return !names.isEmpty() && LossFormula.comparesShares(rule.loss());
  }

  private double limit(List<Integer> places) {
    int from = example.at(0, answer);
    return percents() ? 1 : Math.max(1e-6, places.stream()
        .mapToDouble(place -> Math.max(Math.abs(shares[from + place]), Math.abs(wanted(from + place)))).max().orElse(1));
  }

  /** Target value; 0 where unknown. */
  private float wanted(int at) {
    float target = example.target()[at];
    return Float.isNaN(target) ? 0 : NumberLoss.wanted(rule.loss(), target);
  }

  /** Origin of the bars, from 0 to 1 of their room: in the middle where some values are negative. */
  private double zero() {
    int from = example.at(0, answer);
    return shown().stream().anyMatch(place -> shares[from + place] < 0 || wanted(from + place) < 0) ? 0.5 : 0;
  }

  private void head(LossPen pen) {
    double y = TOP - 14;
    pen.text(desk.lang().say("lens.loss.foretold"), Token.FG, true, TextAlignment.LEFT, LEFT, y);
    pen.text(desk.lang().say("lens.loss.share"), Token.MUT, false, TextAlignment.RIGHT, LEFT + NAME + bar + NUMBER, y);
    pen.text(gradient(), Token.GRADIENT, false, TextAlignment.RIGHT, LEFT + NAME + bar + 2 * NUMBER + 16, y);
    pen.text(desk.lang().say("lens.loss.batch"), Token.FG, true, TextAlignment.LEFT, batchLeft(), y);
  }

  /** What the gradients refer to: logits of a fused softmax or sigmoid, log probabilities, or predictions. */
  private String gradient() {
    return readsPast ? desk.lang().say("lens.loss.gradient") : rule.loss() == Loss.KL_DIVERGENCE ? "∂L ⁄ ∂ln p" : "∂L ⁄ ∂p";
  }

  private void bar(LossPen pen, int row, int place, double limit) {
    int at = example.at(0, answer) + place;
    double y = TOP + row * ROW;
    double x = LEFT + NAME;
    float target = example.target()[at];
    boolean right = example.width() > 1 && target > 0.5f;
    pen.text((right ? "✓ " : "") + LossPen.brief(name(place)), Token.FG, right || row == pointed, TextAlignment.LEFT, LEFT, y + ROW / 2);
    double zero = x + zero() * bar;
    double unit = (1 - zero()) * bar / limit;
    double length = Math.max(-limit, Math.min(limit, shares[at])) * unit;
    pen.fill(Token.BORDER_SOFT, x, y + 5, bar, ROW - 10);
    pen.fill(Token.ACCENT, Math.min(zero, zero + length), y + 5, Math.abs(length), ROW - 10);
    if (zero > x) {
      pen.fill(Token.MUT, zero - 0.5, y + 3, 1, ROW - 6);
    }
    if (!Float.isNaN(target) && (example.width() == 1 || target > 0)) {
      pen.fill(Token.FG, zero + wanted(at) * unit - 1.5, y + 2, 3, ROW - 4);
    }
    Numbers digits = desk.lang().numbers();
    String share = percents() ? digits.percent(shares[at], 2) : digits.significant(shares[at], 4);
    pen.text(share, Token.FG, false, TextAlignment.RIGHT, x + bar + NUMBER, y + ROW / 2);
    if (example.gradients() != null) {
      pen.text(digits.significant(example.gradients()[at], 3), Token.GRADIENT, false, TextAlignment.RIGHT, x + bar + 2 * NUMBER + 16,
          y + ROW / 2);
    }
  }
}
