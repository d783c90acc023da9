package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.text.Text;
import studio.backprop.layer.LossRule;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.LossFormula;
import studio.backprop.ui.workspace.run.Turns;

/** Pane of a loss: that of the latest batch and, in the lenses, of the chosen example with its formula. */
public final class LossPane extends NodePane {
  private static final int DIGITS = 3;
  private static final String NONE = "–";
  /** Value and note stand above the port at the edge of the node; below a long name the value stands alone. */
  private static final double NUMBER_Y = 2;
  private static final double NOTE_Y = 25;
  private static final double LOW_NUMBER_Y = 13;
  private static final double LOW_NOTE_Y = 54;
  private static final double OWN_Y = 66;
  private static final double OWN_NOTE_Y = 86;
  private static final double FORMULA_Y = 108;
  private static final double APART = 10;

  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  /** Characters that fit in large digits, without an exponent. */
  private static final int LONGEST = 7;

  private final CanvasDesk desk;
  private final Node node;
  private final Text number = text("loss-number");
  private final Text note = text("pane-caption");
  private final Text own = text("own-loss");
  private final Text ownNote = text("pane-caption");
  private final Text formula = text("loss-formula");

  private String noted = "";
  private int notedExamples;
  private String notedKey = "";
  private boolean low;
  private double shownMean = Double.NaN;

  LossPane(CanvasDesk desk, Node node) {
    this.desk = desk;
    this.node = node;
    getChildren().addAll(number, note);
    if (desk.model().lens() != Lens.STRUCTURE) {
      getChildren().addAll(own, ownNote, formula);
    }
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void standLow(boolean low) {
    this.low = low;
    requestLayout();
  }

  @Override
  void redraw() {
    noted = "";
    ownNote.setText(desk.lang().say("pane.own_loss"));
    refresh();
  }

  @Override
  void simplify(boolean simple) {
    for (Text detail : List.of(note, own, ownNote, formula)) {
      detail.setVisible(!simple);
    }
  }

  @Override
  double needed() {
    boolean own = desk.model().lens() != Lens.STRUCTURE;
    return own ? formula.getLayoutY() + formula.getLayoutBounds().getHeight() + 2 : PICTURE;
  }

  @Override
  void refresh() {
    Optional<Snapshot> seen = desk.run().snapshot();
    Snapshot snapshot = seen.filter(Snapshot::knowsLoss).orElse(null);
    boolean onTheWay = seen.flatMap(Snapshot::cursor).isPresent() && snapshot == null;
    double ofExample = onTheWay || desk.model().lens() == Lens.STRUCTURE ? Double.NaN : seen.map(now -> (double) now.activations().loss())
        .orElse(Double.NaN);
    OptionalDouble first = snapshot == null && !onTheWay ? desk.first().lossProperty().get() : OptionalDouble.empty();
    OptionalDouble kept = snapshot == null && !onTheWay ? kept(seen) : OptionalDouble.empty();
    double mean = snapshot == null ? first.orElse(kept.orElse(Double.NaN)) : snapshot.loss(node.id());
    shownMean = mean;
    number.setText(snapshot == null && first.isEmpty() && kept.isEmpty() ? NONE : desk.lang().numbers().alike(mean, ofExample, DIGITS));
    number.pseudoClassStateChanged(LONG, number.getText().length() > LONGEST);
    int examples = snapshot != null ? snapshot.examples() : first.isPresent() ? desk.first().examples()
        : desk.model().document().project().training().batch();
    boolean updated = snapshot != null && seen.flatMap(Snapshot::cursor).isEmpty();
    boolean weighs = snapshot != null ? snapshot.weighs() : first.isPresent() && desk.first().weighs();
    String ofBatch = weighs ? "pane.loss_weighted" : "pane.loss";
    String turn = snapshot != null ? Turns.of(desk.run()).key() : kept.isPresent() ? Turns.GENERATOR.key() : "";
    String now = updated ? ofBatch + "_before" : first.isPresent() ? ofBatch + "_untrained" : ofBatch;
    String key = turn.isEmpty() ? now : "pane.loss" + turn;
    if (noted.isEmpty() || examples != notedExamples || !key.equals(notedKey)) {
      noted = desk.lang().say(key, examples);
      notedExamples = examples;
      notedKey = key;
    }
    note.setText(snapshot == null || !(snapshot.added() > 0) ? noted : noted + "\n" + parts(snapshot));
    requestLayout();
    seen.map(Snapshot::activations)
        .ifPresent(activations -> showOwn(activations, !onTheWay, mean));
  }

  /** Generator loss of a round restored from a file, whose snapshot has none. */
  private OptionalDouble kept(Optional<Snapshot> seen) {
    Optional<Curve> loss = desk.run().generator().runs() ? desk.run().history().otherLoss(0) : Optional.empty();
    return loss.filter(curve -> curve.size() > 0 && seen.filter(now -> now.step() == curve.lastStep(curve.size() - 1)).isPresent())
        .map(curve -> OptionalDouble.of(curve.last())).orElse(OptionalDouble.empty());
  }

  /** Parts of the loss, where layers add regularization terms. */
  private String parts(Snapshot snapshot) {
    return desk.lang().say(
        "pane.loss_parts", desk.lang().numbers().significant(snapshot.loss() - snapshot.added(), DIGITS),
        desk.lang().numbers().significant(snapshot.added(), DIGITS));
  }

  /**
   * @param known whether it is computed yet during debugging
   * @param mean batch loss, shown above in the same notation
   */
  private void showOwn(Activations seen, boolean known, double mean) {
    boolean costs = known && !Double.isNaN(seen.loss());
    String loss = costs ? desk.lang().numbers().alike(seen.loss(), mean, DIGITS) : NONE;
    own.setText(loss);
    Optional<String> rule = costs ? formula(node.layer().lossRule().orElseThrow(), seen.prediction(), seen.target(), desk.lang().numbers())
        : Optional.empty();
    formula.setText(rule.map(written -> written + "\n= " + loss).orElse(""));
  }

  /** Empty where it does not fit a line: several targets, or soft labels. */
  public static Optional<String> formula(LossRule rule, float[] p, float[] t, Numbers digits) {
    boolean classes = rule.loss().isCategorical();
    if (classes ? IntStream.range(0, t.length).filter(at -> t[at] > 0).count() > 1 : t.length > 1) {
      return Optional.empty();
    }
    return Optional.of(
        (LossFormula.comparesShares(rule.loss()) ? LossFormula.ofShares(p, t, "t", digits)
            : LossFormula.ofNumber(rule, p[0], t[0], digits)).numbers());
  }

  /** Reduces the digits to fit when zoomed out. */
  private void fitNumber() {
    for (int digits = DIGITS - 1; !note.isVisible() && digits > 0 && Double.isFinite(shownMean)
        && number.getLayoutBounds().getWidth() > getWidth(); digits--) {
      number.setText(desk.lang().numbers().significant(shownMean, digits));
    }
  }

  @Override
  protected void layoutChildren() {
    fitNumber();
    // a multi-line note moves the rest down
    note.setWrappingWidth(getWidth());
    double noteY = low ? LOW_NOTE_Y : NOTE_Y;
    double lower = Math.max(0, noteY + note.getLayoutBounds().getHeight() + APART - OWN_Y);
    number.relocate(0, low ? LOW_NUMBER_Y : NUMBER_Y);
    note.relocate(0, noteY);
    own.relocate(0, OWN_Y + lower);
    ownNote.relocate(0, OWN_NOTE_Y + lower);
    formula.relocate(0, FORMULA_Y + lower);
    formula.setWrappingWidth(getWidth());
    double ownBottom = OWN_NOTE_Y + lower + NormRow.HEIGHT;
    showIfRoom(own, ownBottom);
    showIfRoom(ownNote, ownBottom);
    showIfRoom(formula, needed());
  }
}
