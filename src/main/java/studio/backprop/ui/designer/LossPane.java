package studio.backprop.ui.designer;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.text.Text;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Node;
import studio.backprop.train.Activations;
import studio.backprop.train.Snapshot;

/** The loss of the newest batch, and in the lenses that of the chosen example with the formula that gives it. */
final class LossPane extends NodePane {
  private static final int DIGITS = 3;
  private static final double NUMBER_Y = 14;
  private static final double NOTE_Y = 40;
  private static final double OWN_Y = 66;
  private static final double OWN_NOTE_Y = 86;
  private static final double FORMULA_Y = 108;

  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  /** Characters that have room in large figures; with a power of ten there are more. */
  private static final int LONGEST = 7;

  private final Desk desk;
  private final Node node;
  private final Text number = text("loss-number");
  private final Text note = text("pane-caption");
  private final Text own = text("own-loss");
  private final Text ownNote = text("pane-caption");
  private final Text formula = text("loss-formula");

  LossPane(Desk desk, Node node) {
    this.desk = desk;
    this.node = node;
    getChildren().addAll(number, note);
    if (desk.model().lens() != Lens.STRUCTURE) {
      getChildren().addAll(own, ownNote, formula);
    }
    getChildren().forEach(child -> child.setManaged(false));
  }

  private static Text text(String style) {
    Text text = new Text();
    text.getStyleClass().add(style);
    return text;
  }

  @Override
  void redraw() {
    note.setText("");
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
  void refresh() {
    Optional<Snapshot> seen = desk.run().snapshot();
    Snapshot snapshot = seen.filter(s -> s.measured() || !Double.isNaN(s.loss())).orElse(null);
    number.setText(snapshot == null ? "–" : desk.lang().numbers().significant(snapshot.loss(), DIGITS));
    number.pseudoClassStateChanged(LONG, number.getText().length() > LONGEST);
    if (note.getText().isEmpty()) {
      note.setText(desk.lang().say("pane.loss", desk.run().runProperty().get().project().training().batch()));
    }
    seen.map(Snapshot::activations).ifPresent(this::showOwn);
  }

  private void showOwn(Activations seen) {
    String loss = desk.lang().numbers().significant(seen.loss(), DIGITS);
    own.setText(loss);
    Loss kind = ((Output) node.layer()).loss();
    formula.setText(LossFormula.of(kind, seen.prediction(), seen.target(), desk.lang().numbers()).map(f -> f + "\n= " + loss).orElse(""));
  }

  @Override
  protected void layoutChildren() {
    number.relocate(0, NUMBER_Y);
    note.relocate(0, NOTE_Y);
    own.relocate(0, OWN_Y);
    ownNote.relocate(0, OWN_NOTE_Y);
    formula.relocate(0, FORMULA_Y);
  }
}
