package studio.backprop.ui.design.designer.wire;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import studio.backprop.project.Assignment;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.ReplaySnapshot;
import studio.backprop.train.agent.RolloutSnapshot;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Token;

/**
 * Training data of an agent: for value methods the replay memory as cells, oldest first, with the batch framed; for policy methods the
 * rollout, a row for each environment and a column for each step, coloured by advantage.
 */
final class RememberedView extends VBox {
  private static final int COLUMNS = 64;
  /** More columns are drawn as means of several steps. */
  private static final int MAX_COLUMNS = 128;
  private static final double GAP = 1;
  private static final double FRAME = 1.5;
  /** Standardized advantage of the full colour. */
  private static final double STRONG = 2.5;

  private final CanvasDesk desk;
  private final Label title = new Label();
  private final Label count = new Label();
  private final Label note = new Label();
  private final Painting cells = new Painting(this::paint);
  private Optional<ReplaySnapshot> memory = Optional.empty();
  private Optional<RolloutSnapshot> rollout = Optional.empty();

  RememberedView(CanvasDesk desk) {
    this.desk = desk;
    setManaged(false);
    getStyleClass().add("loop-card");
    title.getStyleClass().add("loop-card-title");
    count.getStyleClass().add("loop-card-note");
    note.getStyleClass().add("loop-card-note");
    note.setWrapText(true);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox head = new HBox(title, room, count);
    setVgrow(cells, Priority.ALWAYS);
    cells.setMinHeight(0);
    getChildren().addAll(head, note, cells);
    desk.theme().paletteProperty().subscribe(palette -> cells.repaint());
    desk.hints().explain(cells, "loop.cells.help");
    cells.accessibleTextProperty().unbind(); // what they hold is said in its place
  }

  void simplify(boolean simple) {
    Sight.show(note, !simple);
    Sight.show(count, !simple);
  }

  private boolean isPolicy() {
    Assignment assignment = desk.model().document().project().assignment();
    return assignment.acts() && assignment.values().isEmpty();
  }

  void show(Optional<AgentSnapshot> sight) {
    boolean policy = isPolicy();
    title.setText(desk.lang().say(policy ? "loop.rollout" : "loop.memory"));
    Optional<ReplaySnapshot> kept = sight.flatMap(AgentSnapshot::memory);
    Optional<RolloutSnapshot> brought = sight.flatMap(AgentSnapshot::rollout);
    if (policy) {
      count.setText(brought.map(seen -> desk.lang().say("loop.rollout.count", seen.worlds(), seen.steps())).orElse(""));
      note.setText(desk.lang().say(brought.isPresent() ? "loop.rollout.note" : "loop.rollout.empty"));
    } else {
      count.setText(kept.map(seen -> desk.lang().say("agent.of", seen.size(), seen.capacity())).orElse(""));
      note.setText(kept.filter(seen -> seen.size() > 0).map(seen -> desk.lang().say("loop.memory.note", seen.perCell()))
          .orElse(desk.lang().say("loop.memory.empty")));
    }
    if (!kept.equals(memory) || !brought.equals(rollout)) {
      memory = kept;
      rollout = brought;
      cells.repaint();
      cells.setAccessibleText(title.getText() + ", " + count.getText() + ", " + note.getText());
    }
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = desk.theme().palette();
    memory.ifPresent(seen -> paint(g, seen, palette, width, height));
    rollout.ifPresent(seen -> paint(g, seen, palette.signed(), palette.color(Token.FG), width, height));
  }

  private static void paint(GraphicsContext g, ReplaySnapshot seen, Palette palette, double width, double height) {
    int all = Math.max(seen.ended().length, seen.capacity() / seen.perCell());
    int columns = Math.min(COLUMNS, all);
    int rows = (all + columns - 1) / columns;
    double cellWidth = width / columns;
    double cellHeight = height / rows;
    float most = 0;
    for (float share : seen.ended()) {
      most = Math.max(most, share);
    }
    Color plain = palette.color(Token.PHASE_FORWARD);
    Color ended = palette.color(Token.GRADIENT);
    for (int i = 0; i < all; i++) {
      Color colour = i >= seen.ended().length ? palette.color(Token.BORDER_SOFT)
          : plain.interpolate(ended, most == 0 ? 0 : seen.ended()[i] / most);
      g.setFill(colour);
      g.fillRect(i % columns * cellWidth, i / columns * cellHeight, cellWidth - GAP, cellHeight - GAP);
    }
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(FRAME);
    Set<Integer> framed = new HashSet<>();
    Arrays.stream(seen.batch()).filter(framed::add).forEach(i ->
        g.strokeRect(i % columns * cellWidth + FRAME / 2, i / columns * cellHeight + FRAME / 2, cellWidth - GAP - FRAME,
            cellHeight - GAP - FRAME));
  }

  private static void paint(GraphicsContext g, RolloutSnapshot seen, Scale scale, Color frame, double width, double height) {
    int together = (seen.steps() + MAX_COLUMNS - 1) / MAX_COLUMNS;
    int columns = (seen.steps() + together - 1) / together;
    double cellWidth = width / columns;
    double cellHeight = height / seen.worlds();
    for (int column = 0; column < columns; column++) {
      for (int environment = 0; environment < seen.worlds(); environment++) {
        g.setFill(scale.color(mean(seen, column * together, together, environment) / STRONG));
        g.fillRect(column * cellWidth, environment * cellHeight, cellWidth - (together == 1 ? GAP / 2 : 0), cellHeight - GAP);
      }
    }
    if (together == 1 && seen.batch().length < seen.advantages().length) {
      g.setStroke(frame);
      g.setLineWidth(GAP);
      for (int place : seen.batch()) {
        g.strokeRect(place / seen.worlds() * cellWidth, place % seen.worlds() * cellHeight + GAP / 2, cellWidth - GAP / 2,
            cellHeight - 2 * GAP);
      }
    }
  }

  private static double mean(RolloutSnapshot seen, int from, int count, int environment) {
    double sum = 0;
    int last = Math.min(seen.steps(), from + count);
    for (int step = from; step < last; step++) {
      sum += seen.advantages()[step * seen.worlds() + environment];
    }
    return sum / (last - from);
  }
}
