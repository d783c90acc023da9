package studio.backprop.ui.design.designer.wire;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.train.agent.TargetNetworkSnapshot;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Sight;

/** A layer of a target network: its first weights in the colours of all weights, and how far they are behind those that learn. */
final class CopiedLayer extends VBox {
  private static final int SIDE = 34;
  /** A power of ten has no room. */
  private static final int DECIMALS = 3;
  /** With these decimals it would be none. */
  private static final double LEAST = 5e-4;

  private final CanvasDesk desk;
  private final HeatMap weights = new HeatMap(new HeatMap.Tiles(1, 1, SIDE, SIDE, 0));
  private final Label behind = new Label();
  private final Extent extent = new Extent();
  private TargetNetworkSnapshot.Layer shown;

  CopiedLayer(CanvasDesk desk) {
    this.desk = desk;
    weights.scaleProperty().bind(desk.theme().paletteProperty().map(Palette::signed));
    StackPane frame = new StackPane(weights);
    frame.getStyleClass().add("loop-copy");
    behind.getStyleClass().add("loop-card-number");
    behind.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("loop-copied");
    getChildren().addAll(frame, behind);
  }

  void simplify(boolean simple) {
    Sight.show(behind, !simple);
  }

  /** @param layer empty where the network has fewer, or is not there yet */
  void show(Optional<TargetNetworkSnapshot.Layer> layer) {
    Sight.show(this, layer.isPresent());
    layer.filter(now -> now != shown).ifPresent(now -> {
      shown = now;
      weights.show(now.weights(), now.rows(), now.columns(), extent.largest(now.weights()));
      boolean small = now.behind() > 0 && now.behind() < LEAST;
      behind.setText(small ? desk.lang().numbers().significant(now.behind(), 1) : desk.lang().numbers().fixed(now.behind(), DECIMALS));
    });
  }
}
