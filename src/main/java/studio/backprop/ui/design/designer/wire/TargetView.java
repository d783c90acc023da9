package studio.backprop.ui.design.designer.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.project.agent.Dqn;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.TargetNetworkSnapshot;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;

/** Card of an agent's target network: a copy without gradients, and its distance from the online network. */
final class TargetView extends VBox {
  private static final int DIGITS = 3;
  private static final int COPIED = 3;
  /** Height below which it shows numbers only. */
  private static final double LOW = 180;

  private final CanvasDesk desk;
  private final Label title = new Label();
  private final Label way = new Label();
  private final Label note = new Label();
  private final Label behind = new Label();
  private final HBox copies = new HBox();
  private final List<CopiedLayer> layers = new ArrayList<>();
  private boolean simple;
  private String shown = "";

  TargetView(CanvasDesk desk) {
    this.desk = desk;
    setManaged(false);
    getStyleClass().addAll("loop-card", "loop-target");
    title.getStyleClass().add("loop-card-title");
    way.getStyleClass().add("loop-card-note");
    way.setWrapText(true);
    note.getStyleClass().add("loop-card-note");
    note.setWrapText(true);
    behind.getStyleClass().add("loop-card-number");
    behind.setWrapText(true);
    new Terms(desk.lang()).explain(title, "target-network");
    desk.hints().explain(behind, "loop.behind.help");
    copies.getStyleClass().add("loop-copies");
    desk.hints().explain(copies, "loop.copies.help");
    for (int i = 0; i < COPIED; i++) {
      layers.add(new CopiedLayer(desk));
    }
    copies.getChildren().addAll(layers);
    Region room = new Region();
    setVgrow(room, Priority.ALWAYS);
    getChildren().addAll(title, way, copies, note, room, behind);
    heightProperty().subscribe(this::fit);
  }

  void simplify(boolean wanted) {
    simple = wanted;
    fit();
  }

  private void fit() {
    Sight.show(note, !simple && getHeight() >= LOW);
    Sight.show(way, !simple);
    layers.forEach(layer -> layer.simplify(simple));
  }

  void show(Optional<AgentSnapshot> sight) {
    title.setText(desk.lang().say("loop.target"));
    note.setText(desk.lang().say("loop.target.note"));
    if (desk.model().document().project().assignment().values().orElse(null) instanceof Dqn dqn) {
      way.setText(dqn.tau() > 0 ? desk.lang().say("loop.target.tau", desk.lang().numbers().significant(dqn.tau(), DIGITS))
          : desk.lang().say("loop.target.sync", dqn.sync()));
    }
    String now = sight.map(AgentSnapshot::behind).filter(value -> !Double.isNaN(value))
        .map(value -> desk.lang().say("loop.behind", desk.lang().numbers().significant(value, DIGITS)))
        .orElse(desk.lang().say("loop.behind", "–"));
    if (!now.equals(shown)) {
      shown = now;
      behind.setText(now);
    }
    List<TargetNetworkSnapshot.Layer> copied = sight.flatMap(AgentSnapshot::target).map(TargetNetworkSnapshot::layers).orElse(List.of());
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).show(i < copied.size() ? Optional.of(copied.get(i)) : Optional.empty());
    }
  }
}
