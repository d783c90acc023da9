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

/** Layer of a target network: its first weights as a heat map, and their distance from the online network. */
final class CopiedLayer extends VBox {
  private static final int MAP_SIDE = 34;
  /** There is no room for an exponent. */
  private static final int DECIMALS = 3;
  /** Smallest distance that is not rounded to 0. */
  private static final double MIN_SHOWN = 5e-4;

  private final CanvasDesk desk;
  private final HeatMap weights = new HeatMap(new HeatMap.Tiles(1, 1, MAP_SIDE, MAP_SIDE, 0));
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
      boolean small = now.behind() > 0 && now.behind() < MIN_SHOWN;
      behind.setText(small ? desk.lang().numbers().significant(now.behind(), 1) : desk.lang().numbers().fixed(now.behind(), DECIMALS));
    });
  }
}
