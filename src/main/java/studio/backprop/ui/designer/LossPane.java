package studio.backprop.ui.designer;

import javafx.scene.text.Text;
import studio.backprop.train.Snapshot;

/** The loss of the newest batch, as a number. */
final class LossPane extends NodePane {
  private static final int DIGITS = 3;
  private static final double NUMBER_Y = 16;
  private static final double NOTE_Y = 44;

  private final Desk desk;
  private final Text number = new Text();
  private final Text note = new Text();

  LossPane(Desk desk) {
    this.desk = desk;
    number.getStyleClass().add("loss-number");
    note.getStyleClass().add("pane-caption");
    getChildren().addAll(number, note);
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    note.setText("");
    refresh();
  }

  @Override
  void simplify(boolean simple) {
    note.setVisible(!simple);
  }

  @Override
  void refresh() {
    Snapshot snapshot = desk.run().snapshot().filter(s -> s.step() > 0).orElse(null);
    number.setText(snapshot == null ? "" : desk.lang().numbers().significant(snapshot.loss(), DIGITS));
    if (snapshot != null && note.getText().isEmpty()) {
      note.setText(desk.lang().say("pane.loss", desk.run().runProperty().get().project().training().batch()));
    }
  }

  @Override
  protected void layoutChildren() {
    number.relocate(0, NUMBER_Y);
    note.relocate(0, NOTE_Y);
  }
}
